import type { Attachment } from '@candour/shared/attachments.js';
import type { Sent } from '@candour/shared/conversations.js';
import { Failed } from './link.js';
import type { Memory, Unsent } from './memory.js';
import { messageId } from './memory.js';

/** Time before what was refused in passing, or not answered, is tried again, in milliseconds, where the server names none. */
const TRY_AGAIN = 2000;

/** What can go out: it has its conversation. */
type Sendable = Unsent & { conversationId: string };

/**
 * Messages not yet acknowledged. One is in flight at a time, so that they can neither overtake each other nor,
 * sent again under the same `clientId`, stand twice.
 */
export class Outbox {
  private running = false;

  constructor(
    private readonly memory: Memory,
    private readonly send: (item: Sendable) => Promise<Sent>,
    private readonly on: {
      sent(item: Unsent, sent: Sent): void;
      changed(): void;
      /** Whether the connection stands; when it comes, `flush` is called. */
      up(): boolean;
    },
  ) {}

  get items(): readonly Unsent[] {
    return this.memory.kept.unsent ?? [];
  }

  add(text: string, conversationId: string | undefined, files: Attachment[] = []): void {
    const item: Unsent = {
      clientId: messageId(),
      text,
      at: Date.now(),
      ...(conversationId && { conversationId }),
      ...(files.length && { files }),
    };
    this.memory.change((kept) => (kept.unsent = [...(kept.unsent ?? []), item]));
    this.on.changed();
    void this.flush();
  }

  /** What was written before the conversation had its id belongs to it now. */
  adopt(conversationId: string): void {
    this.memory.change((kept) => kept.unsent?.forEach((item) => (item.conversationId ??= conversationId)));
  }

  discard(clientId: string): void {
    this.memory.change((kept) => (kept.unsent = kept.unsent?.filter((item) => item.clientId !== clientId)));
    this.on.changed();
  }

  again(clientId: string): void {
    this.mark(clientId, undefined);
    void this.flush();
  }

  /** Sends what waits, in order, until nothing does or the connection goes. */
  async flush(): Promise<void> {
    if (this.running) return;
    this.running = true;
    try {
      for (let item = this.next(); item; item = this.next()) {
        try {
          const sent = await this.send(item);
          this.on.sent(item, sent);
          this.discard(item.clientId);
        } catch (error) {
          if (!(error instanceof Failed)) throw error;
          if (error.code === 'lost' && !this.on.up()) return;
          if (!error.passing) this.mark(item.clientId, error.code);
          else {
            const seconds = Number(error.facts?.['retryAfter']);
            await new Promise((done) => setTimeout(done, seconds ? seconds * 1000 : TRY_AGAIN));
          }
        }
      }
    } finally {
      this.running = false;
    }
  }

  private next(): Sendable | undefined {
    const item = this.items.find(({ failed, cut }) => !failed && !cut);
    return item?.conversationId ? { ...item, conversationId: item.conversationId } : undefined;
  }

  private mark(clientId: string, failed: string | undefined): void {
    this.memory.change((kept) => {
      for (const item of kept.unsent ?? []) {
        if (item.clientId !== clientId) continue;
        if (failed) item.failed = failed;
        else delete item.failed;
      }
    });
    this.on.changed();
  }
}
