import { Injectable } from '@nestjs/common';
import { Keeper, notPersonal, personal, type PersonalColumn, type RecordKeeper } from '../privacy/record-keeper.js';
import { Passage, SearchDay, SearchGeneration } from './passage.entity.js';
import { SearchTodo } from './search-todo.entity.js';

const column: PersonalColumn = { category: 'C5', source: 'provided', purposes: ['P5'], treatment: 'delete' };
const how = 'Goes with its conversation: the unit that removes it leaves a todo, and the index removes its words.';

/** The index beside the log; its words stand in tables of each engine's own, under the same ordinals. */
@Keeper()
@Injectable()
export class SearchKeeper implements RecordKeeper {
  readonly name = 'search';

  readonly personal = [
    personal(Passage, {
      whose: 'customer',
      owner: 'conversationId',
      retention: ['chat-unidentified', 'conversation', 'conversation-order'],
      // The ordinal leads to the words of the message.
      columns: { ordinal: column, conversationId: column },
    }),
  ];

  readonly notPersonal = [
    notPersonal(Passage, ['generation', 'seq', 'storedAt', 'staffOnly'], 'Place and date in the log.'),
    notPersonal(SearchDay, 'all', 'Where in the log a day begins and ends.'),
    notPersonal(SearchGeneration, 'all', 'How far an index has followed the log.'),
    notPersonal(SearchTodo, 'all', 'Ids and numbers of entries that the index must look at again.'),
  ];

  readonly swept = [];

  readonly endedElsewhere = [
    { retentionClass: 'chat-unidentified' as const, how },
    { retentionClass: 'conversation' as const, how },
    { retentionClass: 'conversation-order' as const, how },
  ];
}
