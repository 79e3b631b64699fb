import type { Answer } from '@candour/shared/live.js';
import { Refused, type RefusalCode } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import { unreadableIn } from '@candour/shared/readable.js';
import { SECOND } from '@candour/shared/instant.js';
import type { Socket } from 'socket.io';
import type { ZodType } from 'zod';
import type { Declared } from '../core/access/access.js';
import type { Drain } from './drain.js';
import { asRefused, badInput, problemOf, unreadable } from '../core/errors/problem.js';
import type { Bucket } from './bucket.js';

/** One thing a socket may ask: its contract, who may ask it and what for, and who does it. */
export interface SocketAsk<Who, In, Out> {
  readonly contract: ZodType<In>;
  /** `open`: anybody connected to the namespace; the reason stands beside it. */
  readonly access: Declared | { readonly open: string };
  /** `message`: counts against the message rate; `none`: has no ack and is dropped when it comes too often. */
  readonly rate?: 'message' | 'none';
  handle(who: Who, ask: In): Promise<Out> | Out;
  /** Another way where it was refused; undefined: there is none. Asked only then: what goes well pays nothing for it. */
  instead?(who: Who, ask: In, refused: Refused): Promise<Out> | undefined;
}

export type SocketAsks<Who> = Readonly<Record<string, SocketAsk<Who, never, unknown>>>;

/** Declares an ask with its types inferred from the contract. */
export const ask = <Who, In, Out>(declared: SocketAsk<Who, In, Out>): SocketAsk<Who, never, unknown> =>
  declared as SocketAsk<Who, never, unknown>;

/** Whoever asks, and what their messages are counted by. */
export interface Asker {
  readonly socket: Socket;
  readonly messages: Bucket;
  /** And all else that they ask. */
  readonly others: Bucket;
}

/** An ask that was not done. Its trace stands in the answer and in the log. */
export interface Failure {
  readonly event: string;
  readonly code: RefusalCode;
  readonly trace: string;
  readonly error: unknown;
}

export interface Attaching {
  /** Throws where the socket's role has no part in what is asked; the services ask again, with the scope. */
  permit?(access: Declared): void;
  /** An ask came in, whatever becomes of it. */
  heard?(): void;
  failed(failure: Failure): void;
  readonly drain: Drain;
}

/**
 * Attaches the asks to a socket directly: the contract is checked once, and nothing stands between the socket and
 * the service. Every ask with an ack is answered exactly once; one without is never an error to the server.
 */
export function attachAsks<Who extends Asker>(who: Who, asks: SocketAsks<Who>, attaching: Attaching): void {
  const { heard, permit, failed, drain } = attaching;
  for (const [event, one] of Object.entries(asks)) {
    const isMessage = one.rate === 'message';
    who.socket.on(event, (payload: unknown, ack: unknown) => {
      heard?.();
      const answer = answering(who.socket, event, ack, failed);
      const wait = (isMessage ? who.messages : who.others).take();
      if (wait > 0) {
        if (one.rate !== 'none')
          answer.fail(new Refused('too-many-requests', { retryAfter: Math.ceil(wait / SECOND) }));
        return;
      }
      const parsed = one.contract.safeParse(payload);
      if (!parsed.success) {
        answer.fail(badInput(parsed.error));
        return;
      }
      // What a message says is sealed as bytes, and its contract holds what else there is of it.
      const spoilt = isMessage ? undefined : unreadableIn(parsed.data);
      if (spoilt) {
        answer.fail(unreadable(spoilt));
        return;
      }
      if (!drain.enter()) {
        answer.fail(new Refused('unavailable'));
        return;
      }
      try {
        if (!('open' in one.access)) permit?.(one.access);
        const done = one.handle(who, parsed.data);
        if (done instanceof Promise) {
          const give = (ok: unknown): void => {
            answer.give(ok);
            drain.leave();
          };
          const fail = (error: unknown): void => {
            answer.fail(error);
            drain.leave();
          };
          done.then(give, (error: unknown) => {
            const other = error instanceof Refused ? one.instead?.(who, parsed.data, error) : undefined;
            if (other) other.then(give, fail);
            else fail(error);
          });
          return;
        }
        answer.give(done);
      } catch (error) {
        answer.fail(error);
      }
      drain.leave();
    });
  }
  who.socket.onAny((event: string, ...rest: unknown[]) => {
    if (Object.hasOwn(asks, event)) return;
    // Its name is the asker's own word, which no log needs.
    answering(who.socket, 'unknown', rest.at(-1), failed).fail(new Refused('unknown-event'));
  });
}

function answering(
  socket: Socket,
  event: string,
  ack: unknown,
  failed: (failure: Failure) => void,
): { give: (ok: unknown) => void; fail: (error: unknown) => void } {
  const reply = typeof ack === 'function' ? (ack as (answer: Answer<unknown>) => void) : undefined;
  return {
    give: (ok) => reply?.({ ok: ok ?? {} }),
    fail: (error) => {
      const refused = asRefused(error);
      const trace = newId();
      failed({ event, code: refused.code, trace, error });
      const problem = problemOf(refused, trace);
      if (reply) reply({ problem });
      else socket.emit('problem', problem);
    },
  };
}
