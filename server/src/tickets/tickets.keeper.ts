import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { BearingsService } from '../conversations/bearings.service.js';
import { Keeper, notPersonal, personal, type PersonalColumn, type RecordKeeper } from '../privacy/record-keeper.js';
import { BlockRow } from './blocks.entity.js';
import { BulkDeed } from './bulk.entity.js';
import { TicketFieldRow, TicketValues } from './fields.entity.js';
import { TicketLinkRow } from './links.entity.js';
import { SavedViewRow } from './views.entity.js';

const classes = ['chat-unidentified', 'conversation', 'conversation-order'] as const;
const said: PersonalColumn = { category: 'C5', source: 'provided', purposes: ['P5'], treatment: 'delete' };
const staffs: PersonalColumn = { category: 'staff', source: 'provided', purposes: ['house'], treatment: 'delete' };
const how = 'Goes with its conversation, in the unit that removes it; a block 30 days after it ended at the latest.';

@Keeper()
@Injectable()
export class TicketsKeeper implements RecordKeeper, OnModuleInit {
  readonly name = 'tickets';

  readonly personal = [
    personal(TicketValues, {
      ...{ whose: 'customer', owner: 'conversationId', retention: classes },
      columns: { written: { ...said, treatment: 'seal' } },
    }),
    personal(TicketLinkRow, {
      ...{ whose: 'customer', owner: 'conversationId', retention: classes },
      columns: { kind: said, targetId: said },
    }),
    personal(BlockRow, {
      ...{ whose: 'customer', owner: 'customerId', retention: classes },
      columns: { customerId: said, visitorId: { ...said, category: 'automatic', source: 'automatic' }, reason: said },
    }),
    personal(SavedViewRow, {
      ...{ whose: 'staff', owner: 'staffId', retention: ['staff-account'] },
      columns: { staffId: staffs, name: staffs, filter: staffs },
    }),
  ];

  readonly notPersonal = [
    notPersonal(TicketValues, ['conversationId', 'keyId'], 'Whose they are.'),
    notPersonal(TicketLinkRow, ['conversationId', 'linkedAt', 'staffId'], 'Whose they are, when and by whom.'),
    notPersonal(
      BlockRow,
      ['id', 'conversationId', 'setAt', 'until', 'staffId', 'liftedAt', 'liftedBy'],
      'Ids and dates of the record.',
    ),
    notPersonal(SavedViewRow, ['id', 'shared', 'createdAt'], 'Id and date of the record.'),
    notPersonal(TicketFieldRow, 'all', 'What tickets of a topic are asked for.'),
    notPersonal(BulkDeed, 'all', 'States before and after a deed, so that it can be taken back; gone after minutes.'),
  ];

  readonly swept = [];

  readonly endedElsewhere = [
    ...classes.map((retentionClass) => ({ retentionClass, how })),
    { retentionClass: 'staff-account' as const, how: 'Whoever kept a view deletes it.' },
  ];

  constructor(private readonly bearings: BearingsService) {}

  onModuleInit(): void {
    this.bearings.register({
      facts: () => Promise.resolve(new Map()),
      removed: async (tx, ids) => {
        const whose = { conversationId: In([...ids]) };
        await tx.em.delete(TicketValues, whose);
        await tx.em.delete(TicketLinkRow, whose);
        await tx.em.delete(TicketLinkRow, { kind: 'conversation', targetId: In([...ids]) });
        await tx.em.delete(BlockRow, whose);
      },
    });
  }
}
