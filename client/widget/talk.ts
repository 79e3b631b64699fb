import type { Entry, Sent } from '@candour/shared/conversations.js';
import type { ChatConversation } from '@candour/shared/live.js';
import type { Link } from './link.js';
import type { Memory, Unsent } from './memory.js';
import { Timeline } from './timeline.js';

/** Entries of a long conversation that are shown at first; earlier ones on request. */
const FIRST_SHOWN = 100;
/** A typing sign that is not renewed ends by itself, in milliseconds. */
const TYPING_LASTS = 6000;
const TYPING_RENEWED = 3000;

/** What a conversation tells the screen and the shop's page. */
export interface TalkEvents {
  /** Something other than an entry changed. */
  changed(): void;
  /** Another conversation, or none: entries shown so far are void. */
  cleared(): void;
  heard(entry: Entry): void;
  altered(entry: Entry): void;
  tellUnread(count: number): void;
  tellLive(live: boolean): void;
}

/** The conversation under way: its entries without a gap, its marks, who is typing. */
export class Talk {
  conversation: ChatConversation | undefined;
  teamTyping = false;
  /** The person has the chat before their eyes. */
  shown = true;
  readonly timeline: Timeline;
  private catching = false;
  /** Highest number that was announced, also while a fetch was under way. */
  private announced = 0;
  private typingSaidAt = 0;
  private typingEnds = 0;

  constructor(
    private readonly link: Link,
    private readonly memory: Memory,
    private readonly around: TalkEvents,
  ) {
    this.timeline = new Timeline(
      (entry) => {
        if (entry.by.role === 'staff') this.teamTyping = false;
        around.heard(entry);
      },
      (entry) => around.altered(entry),
    );
  }

  /** Id of the conversation under way; empty, and refused by the server, where there is none. */
  get id(): string {
    return this.conversation?.id ?? '';
  }

  adopt(conversation: ChatConversation | undefined): void {
    if (conversation?.id !== this.conversation?.id) this.leave();
    this.conversation = conversation;
    this.around.tellLive(Boolean(conversation && conversation.status !== 'closed'));
    this.around.changed();
  }
  leave(): void {
    this.conversation = undefined;
    this.teamTyping = false;
    this.announced = 0;
    this.timeline.begin(0);
    this.around.cleared();
  }

  showTyping(id: string, on: boolean): void {
    if (id !== this.conversation?.id) return;
    this.teamTyping = on;
    clearTimeout(this.typingEnds);
    if (on) this.typingEnds = window.setTimeout(() => this.showTyping(id, false), TYPING_LASTS);
    this.around.changed();
  }

  merge(change: { id: string } & Partial<ChatConversation>): void {
    const known = this.conversation;
    if (change.id !== known?.id) return;
    const staffReadSeq = Math.max(known.staffReadSeq, change.staffReadSeq ?? 0);
    const next = { ...known, ...change, staffReadSeq };
    // A place belongs to the queue, a survey to what is over.
    if (next.status !== 'queued') delete next.queue;
    if (next.status !== 'resolved' && next.status !== 'closed') delete next.survey;
    this.conversation = next;
    this.around.tellLive(this.conversation.status !== 'closed');
    this.around.changed();
  }

  acknowledged({ clientId, text, files }: Pick<Unsent, 'clientId' | 'text' | 'files'>, sent: Sent): void {
    const { id, seq, at, masks } = sent;
    this.take({
      seq,
      id,
      kind: 'message',
      at,
      by: { role: 'customer' },
      clientId,
      text: sent.text ?? text,
      ...(masks && { masks }),
      ...(files && { attachments: files }),
    });
  }

  take(entry: Entry): void {
    this.announced = Math.max(this.announced, entry.seq);
    // A fetch that fails was cut off; the next connection begins with another.
    if (this.timeline.apply(entry) === 'gap') void this.catchUp().catch(() => undefined);
    else this.seen();
  }

  /** Fetches exactly what came after the newest entry known. */
  async catchUp(): Promise<void> {
    const { conversation } = this;
    if (!conversation || this.catching) return;
    this.catching = true;
    try {
      if (!this.timeline.head && conversation.head > FIRST_SHOWN) this.timeline.begin(conversation.head - FIRST_SHOWN);
      for (let more = true; more;) {
        const page = await this.link.ask('conversation:since', {
          conversationId: conversation.id,
          seq: this.timeline.head,
        });
        if (conversation.id !== this.conversation?.id) return;
        for (const entry of page.entries) this.timeline.apply(entry);
        more = page.entries.length > 0 && this.timeline.head < Math.max(page.head, this.announced);
      }
    } finally {
      this.catching = false;
    }
    this.around.changed();
    this.seen();
  }

  async showEarlier(): Promise<void> {
    const { floor } = this.timeline;
    const since = Math.max(0, floor - FIRST_SHOWN);
    const found: Entry[] = [];
    for (let seq = since; seq < floor;) {
      const page = await this.link.ask('conversation:since', { conversationId: this.id, seq });
      const fitting = page.entries.filter((entry) => entry.seq <= floor);
      const last = fitting.at(-1);
      if (!last) return;
      found.push(...fitting);
      seq = last.seq;
    }
    if (this.timeline.prepend(found)) this.around.changed();
  }

  typing(on: boolean): void {
    const now = Date.now();
    const id = this.conversation?.id;
    if (!id || (on && now - this.typingSaidAt < TYPING_RENEWED) || (!on && !this.typingSaidAt)) return;
    this.typingSaidAt = on ? now : 0;
    this.link.say('typing', { conversationId: id, on });
  }

  /** Says how far the person has read, and tells the shop's page what they have not. */
  seen(): void {
    const id = this.conversation?.id;
    const { head } = this.timeline;
    if (id && head && this.shown && document.visibilityState === 'visible') {
      this.link.say('read', { conversationId: id, seq: head });
      if (this.memory.kept.seen !== head) this.memory.change((kept) => (kept.seen = head));
    }
    this.countUnread();
  }

  private countUnread(): void {
    let count = 0;
    const seen = this.memory.kept.seen ?? 0;
    for (let seq = this.timeline.head; seq > seen && seq > this.timeline.floor; seq--) {
      const entry = this.timeline.get(seq);
      if (entry && entry.by.role !== 'customer' && entry.kind === 'message') count++;
    }
    this.around.tellUnread(count);
  }
}
