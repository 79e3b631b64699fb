import { Injectable } from '@nestjs/common';
import { Keeper, notPersonal, personal, type PersonalColumn, type RecordKeeper } from '../privacy/record-keeper.js';
import { DutyRow, OfferRow, RoutingRulesRow, TeamMemberRow, TeamRow } from './routing.entity.js';

const provided: PersonalColumn = { category: 'staff', source: 'provided', purposes: ['house'], treatment: 'delete' };
const observed: PersonalColumn = { ...provided, source: 'automatic' };

/** Who was there is known of this moment alone: what somebody was before is overwritten (house rule 11). */
@Keeper()
@Injectable()
export class RoutingKeeper implements RecordKeeper {
  readonly name = 'routing';

  readonly personal = [
    personal(DutyRow, {
      whose: 'staff',
      owner: 'staffId',
      retention: ['staff-account'],
      columns: {
        staffId: provided,
        presence: provided,
        breakKind: provided,
        since: observed,
        missed: observed,
        capacity: provided,
        readyAt: observed,
        givenAt: observed,
        ticketGivenAt: observed,
        seenAt: observed,
      },
    }),
    personal(TeamMemberRow, {
      whose: 'staff',
      owner: 'staffId',
      retention: ['staff-account'],
      columns: { staffId: provided },
    }),
    personal(OfferRow, {
      whose: 'staff',
      owner: 'staffId',
      retention: ['staff-account'],
      columns: { staffId: observed, state: observed, at: observed },
    }),
  ];

  readonly notPersonal = [
    notPersonal(TeamRow, 'all', 'Names of teams, and what they take on.'),
    notPersonal(TeamMemberRow, ['teamId'], 'Of the team.'),
    notPersonal(
      OfferRow,
      ['conversationId', 'endsAt'],
      'Which conversation waits, and until when; gone within minutes, of a ticket that was put back within hours.',
    ),
    notPersonal(RoutingRulesRow, 'all', 'The rules of routing.'),
  ];

  readonly swept = [];

  readonly endedElsewhere = [
    {
      retentionClass: 'staff-account' as const,
      how: 'Goes when somebody is disabled or takes no chats any more, long before their account does; an offer within minutes, a ticket that was put back within hours.',
    },
  ];
}
