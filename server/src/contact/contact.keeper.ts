import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { BearingsService } from '../conversations/bearings.service.js';
import { Keeper, notPersonal, personal, type RecordKeeper } from '../privacy/record-keeper.js';
import { MailThread, PassRow } from './contact.entity.js';

const classes = ['chat-unidentified', 'conversation', 'conversation-order'] as const;
const made = { category: 'C5', source: 'automatic', purposes: ['P4'], treatment: 'delete' } as const;

/** A form's words and address are its conversation's, and are kept as long. Here stands only what mails need. */
@Keeper()
@Injectable()
export class ContactKeeper implements RecordKeeper, OnModuleInit {
  readonly name = 'contact';

  readonly personal = [
    personal(PassRow, {
      ...{ whose: 'customer', owner: 'conversationId', retention: classes },
      columns: { digest: made, openedAt: made },
    }),
    personal(MailThread, {
      ...{ whose: 'customer', owner: 'conversationId', retention: classes },
      columns: { receiptAt: made, mailedSeq: made, mailedAt: made },
    }),
  ];

  readonly notPersonal = [
    notPersonal(PassRow, ['id', 'conversationId', 'use', 'createdAt', 'expiresAt'], 'Which conversation, until when.'),
    notPersonal(MailThread, ['conversationId'], 'Which conversation it is about.'),
  ];

  readonly swept = [];

  readonly endedElsewhere = classes.map((retentionClass) => ({
    retentionClass,
    how: 'Goes with its conversation, in the unit that removes it; a pass within the hour after it expired.',
  }));

  constructor(private readonly bearings: BearingsService) {}

  onModuleInit(): void {
    this.bearings.register({
      facts: () => Promise.resolve(new Map()),
      removed: async (tx, ids) => {
        const whose = { conversationId: In([...ids]) };
        await tx.em.delete(PassRow, whose);
        await tx.em.delete(MailThread, whose);
      },
    });
  }
}
