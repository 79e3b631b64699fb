import { Injectable } from '@nestjs/common';
import { Keeper, notPersonal, personal, type PersonalColumn, type RecordKeeper } from '../privacy/record-keeper.js';
import { ReplyRow } from './reply.entity.js';
import { ScheduledReplyRow } from './scheduled-reply.entity.js';

const words: PersonalColumn = { category: 'C5', source: 'provided', purposes: ['P5'], treatment: 'seal' };

const classes = ['chat-unidentified', 'conversation', 'conversation-order'] as const;
const ended =
  'A reply that waits is sent, taken back or dropped within 60 days, before any conversation that holds it.';

@Keeper()
@Injectable()
export class RepliesKeeper implements RecordKeeper {
  readonly name = 'replies';

  readonly personal = [
    personal(ScheduledReplyRow, {
      whose: 'customer',
      owner: 'customerId',
      retention: classes,
      columns: {
        text: words,
        conversationId: { ...words, treatment: 'delete' },
        customerId: { ...words, treatment: 'delete' },
      },
    }),
  ];

  readonly notPersonal = [
    notPersonal(
      ReplyRow,
      'all',
      'Words of the desk for nobody in particular; whoever wrote one for themselves stands there by id.',
    ),
    notPersonal(
      ScheduledReplyRow,
      ['id', 'keyId', 'authorId', 'clientId', 'seen', 'at', 'status', 'held', 'createdAt', 'heldAt'],
      'Numbers, states and dates of a reply that waits.',
    ),
  ];

  readonly swept = [];

  readonly endedElsewhere = classes.map((retentionClass) => ({ retentionClass, how: ended }));
}
