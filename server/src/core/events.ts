import { Injectable, Logger } from '@nestjs/common';
import { outsideRequests } from './request-context.js';

type EventClass<E extends object> = abstract new (...args: never[]) => E;
type Handler<E> = (event: E) => void | Promise<void>;

/**
 * Facts told in one turn of the event loop: twice the callers that a batch answers in a turn, for a message tells two
 * facts. So its ack and its copies leave in the same turn, and what goes to one connection in the same write.
 */
const SLICE = 64;

/**
 * Facts told after the commit. An event is a hint that makes screens quick: nothing may depend on it,
 * so a handler that fails is logged and never reaches the teller. It runs in the context of nobody's request.
 */
@Injectable()
export class Events {
  private readonly log = new Logger(Events.name);
  private waiting: object[] = [];
  private next = 0;
  private delivering = false;
  private readonly handlers = new Map<unknown, Handler<never>[]>();

  on<E extends object>(kind: EventClass<E>, handler: Handler<E>): void {
    const known = this.handlers.get(kind);
    if (known) known.push(handler as Handler<never>);
    else this.handlers.set(kind, [handler as Handler<never>]);
  }

  /** In the order of the commits; many in slices, so that what comes in meanwhile is not kept waiting. */
  deliver(events: readonly object[]): void {
    for (const event of events) this.waiting.push(event);
    if (this.delivering) return;
    this.delivering = true;
    outsideRequests(() => this.slice());
  }

  private slice(): void {
    for (const end = Math.min(this.next + SLICE, this.waiting.length); this.next < end; this.next++) {
      this.tell(this.waiting[this.next]!);
    }
    if (this.next < this.waiting.length) {
      setImmediate(() => this.slice());
      return;
    }
    this.waiting = [];
    this.next = 0;
    this.delivering = false;
  }

  private tell(event: object): void {
    for (const handler of this.handlers.get(event.constructor) ?? []) {
      try {
        const done = (handler as Handler<object>)(event);
        if (done) done.catch((error: unknown) => this.failed(event, error));
      } catch (error) {
        this.failed(event, error);
      }
    }
  }

  private failed(event: object, error: unknown): void {
    this.log.error({ event: event.constructor.name, error: error instanceof Error ? error.stack : 'unknown' });
  }
}
