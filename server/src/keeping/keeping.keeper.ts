import { Injectable } from '@nestjs/common';
import { Keeper, notPersonal, personal, type RecordKeeper } from '../privacy/record-keeper.js';
import { WishRecord } from './wish.entity.js';

const classes = ['chat-unidentified', 'conversation', 'conversation-order'] as const;
const said = { category: 'C5', source: 'provided', purposes: ['house'], treatment: 'delete' } as const;

@Keeper()
@Injectable()
export class KeepingKeeper implements RecordKeeper {
  readonly name = 'keeping';

  readonly personal = [
    personal(WishRecord, {
      whose: 'customer',
      owner: 'conversationId',
      retention: classes,
      columns: { deletionAskedAt: said, trainingWithdrawnAt: said },
    }),
  ];

  readonly notPersonal = [notPersonal(WishRecord, ['conversationId'], 'Which conversation it is about.')];

  readonly swept = [];
  readonly endedElsewhere = classes.map((retentionClass) => ({
    retentionClass,
    how: 'A wish goes with its conversation.',
  }));
}
