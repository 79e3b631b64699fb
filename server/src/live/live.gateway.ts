import { setTimeout as delay } from 'node:timers/promises';
import { CHAT, DESK } from '@candour/shared/live.js';
import { Inject, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { WebSocketGateway, type OnGatewayInit } from '@nestjs/websockets';
import type { Server, Socket } from 'socket.io';
import { requireAccess } from '../core/access/access.js';
import type { StaffActor } from '../core/access/actor.js';
import { CONFIG, type Config } from '../core/config/config.js';
import { problemOf } from '../core/errors/problem.js';
import { Events } from '../core/events.js';
import { SessionEnded } from '../staff/staff.events.js';
import { Admission, type Browser } from './admission.js';
import type { ChatSocket } from './chat.asks.js';
import type { DeskSocket } from './desk.asks.js';
import { Drain } from './drain.js';
import { FanOut } from './fan-out.js';
import { LiveAsks } from './live-asks.js';
import { rooms } from './rooms.js';
import { attachAsks } from './socket-asks.js';

/** How long asks under way have to be answered when the desk closes, in milliseconds. */
const DRAIN_MS = 5_000;

/** The one gateway: knows who is on a socket, attaches what they may ask, and tells them what happened. */
@WebSocketGateway()
export class LiveGateway implements OnGatewayInit<Server>, BeforeApplicationShutdown {
  private readonly log = new Logger(LiveGateway.name);
  private readonly drain = new Drain();
  private server: Server | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly admission: Admission,
    private readonly fanOut: FanOut,
    private readonly events: Events,
    private readonly asks: LiveAsks,
  ) {}

  afterInit(server: Server): void {
    this.server = server;
    const desk = server.of(DESK);
    const chat = server.of(CHAT);
    desk.use((socket, next) => void admit(socket, this.admission.staff(socket), next));
    chat.use((socket, next) => void admit(socket, this.admission.browser(socket), next));
    desk.on('connection', (socket) => this.staffConnected(socket));
    chat.on('connection', (socket) => this.browserConnected(socket));
    this.fanOut.start(desk, chat, this.config.redisUrl === undefined);
    this.events.on(SessionEnded, ({ sessionId, code }) => {
      desk.to(rooms.session(sessionId)).emit('session:ended', code);
      desk.in(rooms.session(sessionId)).disconnectSockets(true);
    });
  }

  /** No new ask begins, those under way are answered, and only then the sockets go; the databases close last. */
  async beforeApplicationShutdown(): Promise<void> {
    if (!this.server) return;
    const limit = delay(DRAIN_MS, undefined, { ref: false });
    await Promise.race([this.drain.close(), limit]);
    const namespaces = [this.server.of(DESK), this.server.of(CHAT)];
    const connections = namespaces.flatMap(({ sockets }) => [...sockets.values()].map(({ conn }) => conn));
    const gone = connections.map((conn) => new Promise((resolve) => conn.once('close', resolve)));
    for (const namespace of namespaces) namespace.local.disconnectSockets(true);
    // Closing the server drops what a connection has not sent yet: the last answers.
    await Promise.race([Promise.all(gone), limit]);
    await this.server.close();
  }

  private staffConnected(socket: Socket): void {
    const actor = socket.data as StaffActor;
    void socket.join([rooms.session(actor.sessionId), rooms.staff(actor.id)]);
    // A session that ended during the handshake found no socket to close.
    this.admission.staff(socket).catch(() => socket.disconnect(true));
    const { failed, drain } = this;
    attachAsks<DeskSocket>({ socket, actor }, this.asks.desk, {
      messages: this.config.messageRate,
      permit: ({ permission, purpose }) => requireAccess(actor, permission, purpose),
      // Whoever works in the chat alone is not idle.
      heard: () => void this.admission.inUse(actor)?.catch((error: unknown) => failed(error, 'session')),
      failed,
      drain,
    });
  }

  private browserConnected(socket: Socket): void {
    const { visitor, shop, language } = socket.data as Browser;
    if (visitor) void socket.join(rooms.visitor(visitor.visitorId));
    const { failed, drain } = this;
    attachAsks<ChatSocket>({ socket, visitor, shop, language }, this.asks.chat, {
      messages: this.config.messageRate,
      failed,
      drain,
    });
  }

  private readonly failed = (error: unknown, event: string): void => {
    this.log.error(
      { event, error: error instanceof Error ? error.name : 'unknown' },
      error instanceof Error ? error.stack : undefined,
    );
  };
}

/** Lets a socket in with what was found out about it, or refuses it with a coded problem as `error.data`. */
async function admit(socket: Socket, who: Promise<unknown>, next: (error?: Error) => void): Promise<void> {
  try {
    socket.data = await who;
    next();
  } catch (error) {
    const problem = problemOf(error);
    next(Object.assign(new Error(problem.code), { data: problem }));
  }
}
