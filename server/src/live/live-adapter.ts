import type { IncomingMessage } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server, ServerOptions } from 'socket.io';
import type { Config } from '../core/config/config.js';
import { GatheringServer } from './gathering.js';
import { plainParser } from './plain-parser.js';

/** Largest socket message, in bytes: a text of 10,000 characters fits, escaped in full. */
const MESSAGE_MAX = 64 * 1024;

export type OriginCheck = (request: IncomingMessage) => boolean;

/** Socket.IO as the desk runs it: own origin only, no compression per message, rooms over Redis when nodes share work. */
export class LiveAdapter extends IoAdapter {
  private adapter: ServerOptions['adapter'] | undefined;
  private redis: { destroy(): void } | undefined;

  constructor(
    app: INestApplicationContext,
    private readonly originAllowed: OriginCheck,
  ) {
    super(app);
  }

  async connect(config: Config): Promise<this> {
    if (config.redisUrl !== undefined) {
      // 700 modules, which a desk of one node should not load at its start.
      const [{ createClient }, { createAdapter }] = await Promise.all([
        import('redis'),
        import('@socket.io/redis-streams-adapter'),
      ]);
      const client = createClient({ url: config.redisUrl });
      client.on('error', () => undefined);
      await client.connect();
      this.redis = client;
      this.adapter = createAdapter(client) as ServerOptions['adapter'];
    }
    return this;
  }

  /** Called when the app closes, after the sockets: an open connection would keep the process alive. */
  override async dispose(): Promise<void> {
    await super.dispose();
    this.redis?.destroy();
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    return super.createIOServer(port, {
      ...options,
      serveClient: false,
      transports: ['websocket', 'polling'],
      maxHttpBufferSize: MESSAGE_MAX,
      perMessageDeflate: false,
      httpCompression: false,
      wsEngine: GatheringServer,
      parser: plainParser,
      allowRequest: (request, decide) => {
        const allowed = this.originAllowed(request);
        decide(allowed ? null : 'origin-refused', allowed);
      },
      ...(this.adapter ? { adapter: this.adapter } : {}),
    } as ServerOptions) as Server;
  }
}
