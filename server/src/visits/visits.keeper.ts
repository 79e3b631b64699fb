import { Injectable } from '@nestjs/common';
import { Keeper, notPersonal, personal, type PersonalColumn, type RecordKeeper } from '../privacy/record-keeper.js';
import { VisitRow } from './visit.entity.js';

const observed: PersonalColumn = { category: 'staff', source: 'automatic', purposes: ['house'], treatment: 'delete' };

/** Who of the house goes to whom. Whom is said by the conversation, which it goes with. */
@Keeper()
@Injectable()
export class VisitsKeeper implements RecordKeeper {
  readonly name = 'visits';

  readonly personal = [
    personal(VisitRow, {
      whose: 'staff',
      owner: 'plannedBy',
      retention: ['staff-account'],
      columns: { installerId: observed, plannedBy: observed, plannedAt: observed, doneAt: observed },
    }),
  ];

  readonly swept = [];

  readonly endedElsewhere = [
    { retentionClass: 'staff-account' as const, how: 'Goes with the conversation that it was planned in.' },
  ];

  readonly notPersonal = [
    notPersonal(VisitRow, ['id', 'conversationId', 'at', 'state'], 'When it is, and in which conversation it stands.'),
  ];
}
