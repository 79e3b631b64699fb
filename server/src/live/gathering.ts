import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer, type ServerOptions } from 'ws';

/** Connections with frames that wait for the end of this turn of the event loop. */
let corked: Duplex[] = [];

function cork(connection: Duplex): void {
  if (connection.writableCorked > 0) return;
  connection.cork();
  if (corked.push(connection) === 1) setImmediate(uncork);
}

function uncork(): void {
  const connections = corked;
  corked = [];
  for (const connection of connections) connection.uncork();
}

/**
 * Writes to the network once a turn, however many frames the turn has for a connection: under load the way into the
 * kernel is what a message costs most. As long as the connection takes what it is given, a frame counts as sent at
 * once, because Socket.IO hands over the next one only then; one that does not keeps its sender waiting as ever.
 */
class GatheringWebSocket extends WebSocket {
  declare readonly _socket: Duplex | null;

  override send(data: string | Buffer, ...rest: unknown[]): void {
    const sent = rest.at(-1) as ((error?: Error) => void) | undefined;
    const connection = this._socket;
    if (this.readyState !== WebSocket.OPEN || !connection || connection.writableNeedDrain) {
      super.send(data, sent);
      return;
    }
    cork(connection);
    super.send(data);
    sent?.();
  }
}

/** Given to Socket.IO as its `wsEngine`. */
export class GatheringServer extends WebSocketServer<typeof GatheringWebSocket> {
  constructor(options: ServerOptions<typeof GatheringWebSocket>) {
    super({ ...options, WebSocket: GatheringWebSocket });
  }
}
