import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../core/access/actor.js';
import type { Enclosed } from '../conversations/conversation-units.service.js';
import { NoticesService } from './notices.service.js';

/** Who is named in a private note is told so, in the unit that stores the note. */
@Injectable()
export class MentionsService {
  constructor(private readonly notices: NoticesService) {}

  /** @throws Refused `mention-unfit` where one of them may not read the conversation. */
  async of(from: StaffActor, conversationId: string, ids: readonly string[]): Promise<Enclosed> {
    const named = [...new Set(ids)].filter((id) => id !== from.id);
    await this.notices.requireReaders(conversationId, named);
    return {
      attachments: [],
      detail: named.length > 0 ? { mentions: named } : {},
      bind: async (tx, { seq }) => {
        for (const staffId of named) {
          await this.notices.give(tx, { staffId, from, conversationId, seq, kind: 'mention' });
        }
      },
    };
  }
}
