import { setTimeout as delay } from 'node:timers/promises';
import { CHAT, DESK } from '@candour/shared/live.js';
import { newId } from '@candour/shared/ids.js';
import { Inject, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { WebSocketGateway, type OnGatewayInit } from '@nestjs/websockets';
import type { Server, Socket } from 'socket.io';
import { mayAccess, requireAccess } from '../core/access/access.js';
import type { StaffActor } from '../core/access/actor.js';
import { CONFIG, type Config } from '../core/config/config.js';
import { asRefused, problemOf } from '../core/errors/problem.js';
import { Events } from '../core/events.js';
import { SessionEnded } from '../staff/staff.events.js';
import { Admission, type Browser } from './admission.js';
import { ChatSocket } from './chat-socket.js';
import type { DeskSocket } from './desk.asks.js';
import { Drain } from './drain.js';
import { FanOut } from './fan-out.js';
import { LiveAsks } from './live-asks.js';
import { LiveLimits } from './live-limits.js';
import { rooms } from './rooms.js';
import { attachAsks, type Failure } from './socket-asks.js';

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
    private readonly limits: LiveLimits,
  ) {}

  afterInit(server: Server): void {
    this.server = server;
    const desk = server.of(DESK);
    const chat = server.of(CHAT);
    desk.use((socket, next) => void this.admit(socket, () => this.admission.staff(socket), next));
    chat.use((socket, next) => void this.admit(socket, () => this.admission.browser(socket), next));
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

  /** Lets a socket in with what was found out about it, or refuses it with a coded problem as `error.data`. */
  private async admit(socket: Socket, find: () => Promise<unknown>, next: (error?: Error) => void): Promise<void> {
    try {
      this.limits.connect(socket);
      socket.data = await find();
      next();
    } catch (error) {
      const trace = newId();
      const problem = problemOf(error, trace);
      this.failed(undefined, { event: 'connect', code: problem.code, trace, error });
      next(Object.assign(new Error(problem.code), { data: problem }));
    }
  }

  private staffConnected(socket: Socket): void {
    const actor = socket.data as StaffActor;
    const failed = (failure: Failure): void => this.failed(actor.id, failure);
    const session = (error: unknown): void =>
      failed({ event: 'session', code: asRefused(error).code, trace: newId(), error });
    const messages = this.limits.messages.hold(actor.id);
    const others = this.limits.others.hold(actor.id);
    socket.once('disconnect', () => {
      this.limits.messages.letGo(actor.id);
      this.limits.others.letGo(actor.id);
    });
    this.fanOut.presence.watch(socket);
    this.fanOut.routing.watch(socket, actor.id);
    const seesOrders = mayAccess(actor, 'return.read', 'P2', { categories: ['C1'] });
    void socket.join([rooms.session(actor.sessionId), rooms.staff(actor.id), ...(seesOrders ? [rooms.orders] : [])]);
    // A session that ended during the handshake found no socket to close.
    this.admission.staff(socket).catch((error: unknown) => {
      session(error);
      socket.disconnect(true);
    });
    attachAsks<DeskSocket>({ socket, actor, messages, others }, this.asks.desk, {
      permit: ({ permission, purpose }) => requireAccess(actor, permission, purpose),
      // Whoever works in the chat alone is not idle.
      heard: () => void this.admission.inUse(actor)?.catch(session),
      failed,
      drain: this.drain,
    });
  }

  private browserConnected(socket: Socket): void {
    const who = new ChatSocket(socket, socket.data as Browser, this.limits);
    this.fanOut.presence.watch(socket);
    if (who.visitor) void socket.join(rooms.visitor(who.visitor.visitorId));
    attachAsks<ChatSocket>(who, this.asks.chat, {
      failed: (failure) => this.failed(who.visitor?.visitorId, failure),
      drain: this.drain,
    });
  }

  /** What is the asker's own doing is worth a line only to whoever looks for its trace. */
  private failed(actor: string | undefined, { error, ...failure }: Failure): void {
    if (failure.code !== 'internal') this.log.debug({ ...failure, actor });
    else if (error instanceof Error) this.log.error({ ...failure, actor, error: error.name }, error.stack);
    else this.log.error({ ...failure, actor, error: 'unknown' });
  }
}
