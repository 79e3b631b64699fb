import { Injectable } from '@nestjs/common';
import { Keeper, notPersonal, personal, type PersonalColumn, type RecordKeeper } from '../privacy/record-keeper.js';
import { NoticeRow } from './notice.entity.js';

const observed: PersonalColumn = { category: 'staff', source: 'automatic', purposes: ['house'], treatment: 'delete' };

/** Who of the staff wanted what of whom. Of the customer it holds nothing but which conversation. */
@Keeper()
@Injectable()
export class NoticesKeeper implements RecordKeeper {
  readonly name = 'notices';

  readonly personal = [
    personal(NoticeRow, {
      whose: 'staff',
      owner: 'staffId',
      retention: ['staff-account'],
      columns: { staffId: observed, fromId: observed, kind: observed, createdAt: observed, readAt: observed },
    }),
  ];

  readonly swept = [];

  readonly endedElsewhere = [
    {
      retentionClass: 'staff-account' as const,
      how: 'Goes with the conversation, and after half a year at the latest, long before the account does.',
    },
  ];

  readonly notPersonal = [
    notPersonal(
      NoticeRow,
      ['id', 'conversationId', 'seq', 'answeredAt'],
      'Which entry it stands in; the row goes with the conversation, or after half a year.',
    ),
  ];
}
