import type { ChatConversation } from '@candour/shared/live.js';
import type { Language } from '@candour/shared/words.js';
import { Injectable } from '@nestjs/common';
import { HoursService } from '../hours/hours.service.js';
import type { ConversationRecord } from './conversation.entity.js';

/** What a part may look at. */
export type ChatFacts = Readonly<
  Pick<
    ConversationRecord,
    | 'id'
    | 'status'
    | 'channel'
    | 'topic'
    | 'language'
    | 'teamId'
    | 'assigneeId'
    | 'waitingSince'
    | 'answerBy'
    | 'resolvedAt'
    | 'mergedInto'
  >
>;

/** Something that a later feature says of a conversation to its customer, asked when their browser is greeted. */
export type ChatPart = (conversation: ChatFacts) => Promise<Partial<ChatConversation>>;

/** Where features register what they add to the conversation as its customer sees it. */
@Injectable()
export class ChatPartsService {
  private readonly parts: ChatPart[] = [];

  constructor(private readonly hours: HoursService) {}

  /** Whether the desk answers in a language at this moment, and when it does again. */
  async opening(language: Language): Promise<{ open: boolean; opensAt?: number }> {
    const { open = true, opensAt } = (await this.hours.opening()).get(language) ?? {};
    return { open, ...(opensAt === undefined ? {} : { opensAt }) };
  }

  register(part: ChatPart): void {
    this.parts.push(part);
  }

  async of(conversation: ChatFacts): Promise<Partial<ChatConversation>> {
    const parts = await Promise.all(this.parts.map((part) => part(conversation)));
    return Object.assign({}, ...parts) as Partial<ChatConversation>;
  }
}
