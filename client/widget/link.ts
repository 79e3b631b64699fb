import type { Ack, Answer, ChatAsks, ChatEvents, ChatHandshake } from '@candour/shared/live.js';
import type { Problem } from '@candour/shared/errors.js';
import type { Socket } from 'socket.io-client';
import { io } from 'socket.io-client';

export type Ask = Exclude<keyof ChatAsks, 'typing' | 'read'>;
type Said<A extends Ask> = Parameters<ChatAsks[A]>[0];
type Result<A extends Ask> = ChatAsks[A] extends (said: never, ack: Ack<infer T>) => void ? T : never;

/** How long an ask may stay unanswered, in milliseconds; what it carried is then sent again. */
const ANSWER_WITHIN = 15_000;

/** An ask that was refused (`code`) or found no answer (`lost`: the connection went or the time ran out). */
export class Failed extends Error {
  constructor(
    readonly code: Problem['code'] | 'lost',
    readonly facts: Problem['facts'] = undefined,
  ) {
    super(code);
  }
  /** Worth another try without the person's doing. */
  get passing(): boolean {
    return ['lost', 'unavailable', 'internal', 'too-many-requests'].includes(this.code);
  }
}

/** What was said without waiting for an answer (`typing`, `read`) and refused needs nothing from the customer. */
export interface LinkEvents extends Omit<ChatEvents, 'problem'> {
  up(): void;
  down(): void;
  /** The handshake was refused; the socket does not try again by itself. */
  refused(code: Problem['code'] | undefined): void;
}

/** The socket to the desk: websocket first, long polling where a network lets none through. */
export class Link {
  private readonly socket: Socket<ChatEvents, ChatAsks>;

  constructor(handshake: () => Promise<ChatHandshake>, on: LinkEvents) {
    this.socket = io('/chat', {
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      reconnectionDelay: 500,
      reconnectionDelayMax: 8000,
      autoConnect: false,
      auth: (present) => void handshake().then(present),
    });
    const { socket } = this;
    socket.on('connect', on.up);
    socket.on('disconnect', (reason) => {
      on.down();
      // The server closed it (restart, refusal later on): socket.io leaves the next try to us.
      if (reason === 'io server disconnect') setTimeout(() => socket.connect(), 1000);
    });
    socket.on('connect_error', (error) => {
      if (!socket.active) on.refused((error as Error & { data?: Partial<Problem> }).data?.code);
      else on.down();
    });
    socket.on('entry', on.entry);
    socket.on('typing', on.typing);
    socket.on('read', on.read);
    socket.on('conversation:changed', on['conversation:changed']);
    socket.on('conversation:gone', on['conversation:gone']);
  }

  get up(): boolean {
    return this.socket.connected;
  }

  connect(): void {
    this.socket.connect();
  }
  close(): void {
    this.socket.disconnect();
  }
  /** Presents itself anew, with what the handshake then says. */
  renew(): void {
    this.socket.disconnect().connect();
  }

  async ask<A extends Ask>(name: A, said: Said<A>): Promise<Result<A>> {
    if (!this.up) throw new Failed('lost');
    const answer = await new Promise<Answer<Result<A>>>((resolve, reject) => {
      // The typed overloads of a timed emit do not follow a generic event name.
      (this.socket.timeout(ANSWER_WITHIN) as unknown as { emit(...args: unknown[]): void }).emit(
        name,
        said,
        (error: Error | null, reply: Answer<Result<A>>) => (error ? reject(new Failed('lost')) : resolve(reply)),
      );
    });
    if ('problem' in answer) throw new Failed(answer.problem.code, answer.problem.facts);
    return answer.ok;
  }

  /** Said without an answer; lost while there is no connection. */
  say(name: 'typing', said: Parameters<ChatAsks['typing']>[0]): void;
  say(name: 'read', said: Parameters<ChatAsks['read']>[0]): void;
  say(name: 'typing' | 'read', said: never): void {
    if (this.up) this.socket.volatile.emit(name, said);
  }
}
