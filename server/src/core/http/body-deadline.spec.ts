import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { limitBodies, takesLong, type BodyLimits } from './body-deadline.js';

const HOURS = 3_600_000;

describe('The time a body may take', () => {
  let server: Server;
  let arrived: () => void;
  let goOn: () => void;

  async function serve(limits: BodyLimits): Promise<void> {
    server = createServer((request, response) => {
      if (request.url === '/upload') takesLong(request);
      arrived();
      const ready = request.url === '/slow' ? new Promise<void>((resolve) => (goOn = resolve)) : Promise.resolve();
      Promise.all([text(request), ready]).then(
        ([body]) => response.end(`got ${body}`),
        () => undefined,
      );
    });
    limitBodies(server, limits);
    await once(server.listen(0, '127.0.0.1'), 'listening');
  }

  /** Sends a part of a body and leaves the rest for later. */
  async function begin(path: string): Promise<{ socket: Socket; answer: Promise<string> }> {
    const here = new Promise<void>((resolve) => (arrived = resolve));
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.write(`POST ${path} HTTP/1.1\r\nHost: desk\r\nContent-Length: 8\r\nConnection: close\r\n\r\nhalf`);
    await here;
    return { socket, answer: text(socket) };
  }

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('is short for an ordinary request, and long for an upload that goes on', async () => {
    await serve({ body: 50, long: HOURS, silence: HOURS });
    const upload = await begin('/upload');
    const drops = await begin('/api/session');
    expect(await drops.answer).toContain('408 Request Timeout');
    upload.socket.write('half');
    expect(await upload.answer).toContain('got halfhalf');
    expect(server.requestTimeout).toBe(HOURS);
  });

  it('ends for an upload that falls silent', async () => {
    await serve({ body: HOURS, long: HOURS, silence: 50 });
    const upload = await begin('/upload');
    expect(await upload.answer).toContain('408 Request Timeout');
  });

  it('cuts nobody off who waits for the answer to a whole body', async () => {
    await serve({ body: 50, long: HOURS, silence: HOURS });
    const slow = await begin('/slow');
    slow.socket.write('half');
    const drops = await begin('/api/session');
    expect(await drops.answer).toContain('408');
    goOn();
    expect(await slow.answer).toContain('got halfhalf');
  });
});
