import type { AddressInfo } from 'node:net';
import type { Socket } from 'node:net';
import { WebSocket } from 'ws';
import { GatheringServer } from './gathering.js';

/** What `ws` keeps to itself: the connection under a socket. */
const connectionOf = (socket: WebSocket): Socket => (socket as unknown as { _socket: Socket })._socket;

describe('gathering', () => {
  let server: GatheringServer;
  let atServer: WebSocket;
  let client: WebSocket;
  let got: string[];

  beforeEach(async () => {
    server = new GatheringServer({ port: 0, host: '127.0.0.1' });
    const arrives = new Promise<WebSocket>((resolve) => server.once('connection', resolve));
    await new Promise((resolve) => server.once('listening', resolve));
    client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
    got = [];
    client.on('message', (data: Buffer) => got.push(data.toString()));
    [atServer] = await Promise.all([arrives, new Promise((resolve) => client.once('open', resolve))]);
  });

  afterEach(async () => {
    client.terminate();
    await new Promise((resolve) => server.close(resolve));
  });

  const received = (count: number): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => void (got.length >= count && resolve());
      client.on('message', look);
      look();
    });

  it('writes the frames of one turn at once and in order, and the next turn again', async () => {
    const connection = connectionOf(atServer);
    const written = spyOn(connection, '_writev' as never).and.callThrough();
    for (const word of ['one', 'two', 'three']) atServer.send(word);
    await received(3);
    expect(written).toHaveBeenCalledTimes(1);
    atServer.send('four');
    atServer.send('five');
    await received(5);
    expect(got).toEqual(['one', 'two', 'three', 'four', 'five']);
    expect(written).toHaveBeenCalledTimes(2);
  });

  it('says at once that a frame is sent while the connection takes it, and later when it does not', async () => {
    connectionOf(client).pause();
    const block = 'x'.repeat(64 * 1024);
    let sent = 0;
    let given = 0;
    do {
      given++;
      atServer.send(block, () => sent++);
      // The kernel takes some of it; only what it does not take is held back.
      await new Promise(setImmediate);
    } while (sent === given && given < 1000);
    expect(sent).toBeGreaterThan(0);
    expect(sent).toBe(given - 1);
    connectionOf(client).resume();
    await received(given);
    expect(sent).toBe(given);
  });

  it('loses nothing when it is closed in the same turn', async () => {
    const closed = new Promise((resolve) => client.once('close', resolve));
    atServer.send('last');
    atServer.close();
    await closed;
    expect(got).toEqual(['last']);
  });
});
