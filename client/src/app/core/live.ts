import { Injectable, inject, signal } from '@angular/core';
import type { Answer, DeskAsks, DeskEvents } from '@candour/shared/live.js';
import { DESK } from '@candour/shared/live.js';
import type { Socket } from 'socket.io-client';
import { Troubled, troubleFrom } from './problems';
import { type EndedBy, Session } from './session';

export type LiveState = 'off' | 'connecting' | 'live' | 'lost';
type Ask = keyof DeskAsks & string;
type Event = keyof DeskEvents & string;
type Handler = (...facts: never[]) => void;
/** What is used of the socket, without the generics that cannot follow a union of events. */
interface Line {
  connected: boolean;
  emit(event: string, payload: unknown): void;
  on(event: string, handler: Handler): void;
  off(event: string, handler: Handler): void;
  timeout(ms: number): { emitWithAck(event: string, payload: unknown): Promise<unknown> };
}
type Payload<A extends Ask> = Parameters<DeskAsks[A]>[0];
type AckOf<A extends Ask> = Parameters<DeskAsks[A]> extends [unknown, (answer: infer R) => void] ? R : never;
type Result<A extends Ask> = AckOf<A> extends Answer<infer T> ? T : never;
type Asked = { [A in Ask]: AckOf<A> extends never ? never : A }[Ask];
type Told = Exclude<Ask, Asked>;

/** How long an ask may stay without answer before it counts as not heard, in milliseconds. */
export const ANSWER_WITHIN = 8_000;

/** Before the console comes back to a desk that closed the line, in milliseconds; up to as much again is left to chance. */
const BACK_AFTER = 500;
/** Before it tries a desk again that refused the connection, in milliseconds. */
const REFUSED_AGAIN = 3_000;
/** The person must sign in: nobody is signed in, or the browser's session is not the one that this page knows. */
const signInAgain: Readonly<Record<string, EndedBy>> = {
  'sign-in-required': 'sign-in-required',
  'session-expired': 'session-expired',
  'csrf-failed': 'session-expired',
};

/** The desk's socket as signals. Rooms are joined again by their stores whenever `connections` grows. */
@Injectable({ providedIn: 'root' })
export class Live {
  private readonly session = inject(Session);
  private socket: Socket | undefined;
  private readonly handlers = new Map<Event, Set<Handler>>();
  readonly state = signal<LiveState>('off');
  /** How often the socket has connected. */
  readonly connections = signal(0);

  constructor() {
    this.session.left.subscribe(() => this.disconnect());
    this.on('session:ended', (code) => this.session.ended(code));
  }

  async connect(): Promise<void> {
    if (this.socket || this.state() !== 'off') return;
    this.state.set('connecting');
    const { io } = await import('socket.io-client');
    const socket = io(DESK, {
      transports: ['websocket'],
      auth: (answer) => answer({ csrf: this.session.csrf() }),
      reconnectionDelay: 300,
      reconnectionDelayMax: 5_000,
    });
    this.socket = socket;
    socket.on('connect', () => {
      this.state.set('live');
      this.connections.update((n) => n + 1);
    });
    socket.on('disconnect', (reason) => {
      this.state.set('lost');
      // Closed in order (a restart, a session that could not be read): socket.io leaves the next try to us.
      if (reason === 'io server disconnect') this.tryAgain(socket, BACK_AFTER * (1 + Math.random()));
    });
    socket.on('connect_error', (error: Error) => {
      this.state.set('lost');
      const code = (error as Error & { data?: { code?: string } }).data?.code ?? error.message;
      const ended = signInAgain[code];
      if (ended) this.session.ended(ended);
      // A refusal by the server's middleware does not reconnect by itself.
      else if (!socket.active) this.tryAgain(socket, REFUSED_AGAIN);
    });
    for (const [event, handlers] of this.handlers) {
      for (const handler of handlers) (socket as unknown as Line).on(event, handler);
    }
    addEventListener('online', this.hurry);
  }

  /** Unless the person left meanwhile, or something else was quicker. */
  private tryAgain(socket: Socket, ms: number): void {
    setTimeout(() => {
      if (this.socket === socket && !socket.active) socket.connect();
    }, ms);
  }

  private readonly hurry = (): void => {
    if (this.socket && !this.socket.connected) this.socket.connect();
  };

  disconnect(): void {
    removeEventListener('online', this.hurry);
    this.socket?.disconnect();
    this.socket = undefined;
    this.state.set('off');
  }

  private get line(): Line | undefined {
    return this.socket as unknown as Line | undefined;
  }

  /** Listens until the returned function is called. */
  on<E extends Event>(event: E, handler: DeskEvents[E]): () => void {
    const all = this.handlers.get(event) ?? new Set<Handler>();
    this.handlers.set(event, all.add(handler));
    this.line?.on(event, handler);
    return () => {
      all.delete(handler);
      this.line?.off(event, handler);
    };
  }

  /** Asks and waits for the answer; throws `Troubled` with the server's code, `offline` or `no-answer`. */
  async ask<A extends Asked>(event: A, payload: Payload<A>): Promise<Result<A>> {
    const line = this.line;
    if (!line?.connected) throw new Troubled({ code: 'offline' });
    let answer: Answer<Result<A>>;
    try {
      answer = (await line.timeout(ANSWER_WITHIN).emitWithAck(event, payload)) as Answer<Result<A>>;
    } catch {
      throw new Troubled({ code: 'no-answer' });
    }
    if ('ok' in answer) return answer.ok;
    const trouble = troubleFrom(answer.problem);
    if (trouble.code === 'session-expired' || trouble.code === 'sign-in-required') this.session.ended(trouble.code);
    throw new Troubled(trouble);
  }

  /** Tells without wanting an answer; dropped while there is no connection. */
  tell<T extends Told>(event: T, payload: Payload<T>): void {
    if (this.line?.connected) this.line.emit(event, payload);
  }
}
