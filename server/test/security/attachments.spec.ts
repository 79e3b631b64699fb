import { existsSync, readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Attachment } from '@candour/shared/attachments.js';
import { FILE_MAX } from '@candour/shared/file-types.js';
import type { Problem } from '@candour/shared/errors.js';
import { AttachmentRecord } from '../../src/attachments/attachment.entity.js';
import { Database } from '../../src/core/database/database.js';
import { FileRemovals } from '../../src/core/files/file-removals.js';
import { Desk, type Browser } from '../desk.js';
import { LiveClient } from '../live-clients.js';
import { badFiles, badNames } from './bad-files.js';
import { pdf } from '../sample-files.js';

const MEGABYTE = 1024 * 1024;
/** Between two looks at the memory. */
const LOOK_MS = 200;
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

describe('A file that must not be attached', () => {
  let desk: Desk;
  let customer: LiveClient;
  let visitor: Browser;
  let token: string;
  let id: string;

  beforeAll(async () => {
    desk = await Desk.open();
    customer = await LiveClient.chat(desk);
    const started = await customer.start('My sofa has a scratch.');
    ({ token } = started);
    id = started.conversation.id;
    visitor = desk.browser({ authorization: `Bearer ${token}` });
  });
  afterAll(async () => {
    customer.close();
    await desk.close();
  });
  // Rates are counted by the desk's clock.
  beforeEach(() => desk.clock.advance(11 * 60_000));

  const stored = (): string[] => {
    const folder = join(desk.folder, 'files');
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('/'));
  };
  const upload = (bytes: Buffer, name = 'photo.jpg', headers: Record<string, string> = {}) =>
    visitor.ask('post', `/api/chat/conversations/${id}/attachments?name=${encodeURIComponent(name)}`, bytes, {
      'content-type': 'application/octet-stream',
      ...headers,
    });
  const nothingLeft = async (): Promise<void> => {
    await desk.app.get(FileRemovals).look();
    const records = await desk.app.get(Database).read((em) => em.count(AttachmentRecord));
    expect([records, stored()]).toEqual([0, []]);
    expect((await visitor.ask('get', '/health/ready')).status).toBe(200);
  };

  for (const [words, bytes, name, status, code] of badFiles) {
    it(`such as ${words} is answered ${status} ${code}, and leaves nothing`, async () => {
      const answer = await upload(await bytes(), name);
      expect([answer.status, (answer.body as Problem).code]).toEqual([status, code as Problem['code']]);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.text).not.toMatch(/node_modules|\.js:\d|at \w+ \(|VipsForeign/);
      await nothingLeft();
    });
  }

  for (const [given, kept] of badNames) {
    it(`such as one called ${JSON.stringify(given).slice(0, 60)} is called ${JSON.stringify(kept).slice(0, 60)}`, async () => {
      const answer = await upload(pdf(), given.toWellFormed());
      expect([answer.status, (answer.body as Attachment).name]).toEqual([201, kept]);
      const { id: file } = answer.body as Attachment;
      const saved = await visitor.ask('get', `/api/chat/attachments/${file}`);
      expect(saved.status).toBe(200);
      expect(saved.headers['content-disposition']).not.toMatch(/[\r\n/\\]/);
      expect(Object.keys(saved.headers)).not.toContain('set-cookie');
      expect((await visitor.ask('delete', `/api/chat/attachments/${file}`)).status).toBe(204);
      await nothingLeft();
    });
  }

  it('is refused by a name that no store can hold, and leaves nothing', async () => {
    expect((await upload(pdf(), 'a\0b.pdf')).status).toBe(400);
    await nothingLeft();
  });

  it('hides what must not be stored in a text too', async () => {
    const answer = await upload(Buffer.from('My card is 4111 1111 1111 1111, thank you.'), 'card.txt');
    const { id: file } = answer.body as Attachment;
    const saved = await visitor.ask('get', `/api/chat/attachments/${file}`);
    expect(saved.text).toBe('My card is •••••••••••••••1111, thank you.');
    await visitor.ask('delete', `/api/chat/attachments/${file}`);
    await nothingLeft();
  });

  it('is not read where the body is another kind, or a name or a conversation is none', async () => {
    const path = `/api/chat/conversations/${id}/attachments`;
    const json = await visitor.ask('post', `${path}?name=a`, { x: 1 });
    expect([json.status, (json.body as Problem).code]).toEqual([415, 'unsupported-format']);
    const headers = { 'content-type': 'application/octet-stream' };
    expect((await visitor.ask('post', path, pdf(), headers)).status).toBe(400);
    expect((await visitor.ask('post', `${path}?name=${'x'.repeat(1001)}`, pdf(), headers)).status).toBe(400);
    const strange = path.replace(id, '..%2f..%2fetc');
    expect((await visitor.ask('post', `${strange}?name=a`, pdf(), headers)).status).toBe(400);
    expect((await visitor.ask('get', '/api/chat/attachments/..%2f..%2fmaster.key')).status).toBe(400);
    const foreign = await visitor.ask('post', `${path}?name=a`, pdf(), {
      ...headers,
      origin: 'https://evil.example.com',
    });
    expect([foreign.status, (foreign.body as Problem).code]).toEqual([403, 'origin-refused']);
    await nothingLeft();
  });

  it('is forgotten where its sender goes away in the middle', async () => {
    const { port } = new URL(desk.url);
    const sending = request({
      host: '127.0.0.1',
      port,
      method: 'POST',
      path: `/api/chat/conversations/${id}/attachments?name=a.pdf`,
      headers: {
        origin: desk.url,
        authorization: `Bearer ${token}`,
        'content-type': 'application/octet-stream',
        'content-length': 9 * MEGABYTE,
      },
    });
    sending.on('error', () => undefined);
    sending.write(pdf(MEGABYTE));
    while (stored().length === 0) await turn();
    sending.destroy();
    while (stored().length > 0) await turn();
    await nothingLeft();
  });

  it('comes no oftener than there is room for', async () => {
    const kept: string[] = [];
    for (let i = 0; i < 20; i++) kept.push(((await upload(pdf())).body as Attachment).id);
    const full = await upload(pdf());
    expect([full.status, (full.body as Problem).code]).toEqual([409, 'too-many-files']);
    for (const one of kept) await visitor.ask('delete', `/api/chat/attachments/${one}`);
    const codes = new Set<number>();
    for (let i = 0; i < 60 && !codes.has(429); i++) codes.add((await upload(Buffer.alloc(0))).status);
    expect([...codes]).toEqual([422, 429]);
    await nothingLeft();
  });

  it('of 25 MB passes through without being held in memory', async () => {
    collect();
    const before = process.memoryUsage().arrayBuffers;
    const looks: number[] = [];
    const { port } = new URL(desk.url);
    const piece = Buffer.alloc(64 * 1024, 0x20);
    const pieces = FILE_MAX / piece.length - 1;
    const one = (): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const sending = request(
          {
            host: '127.0.0.1',
            port,
            method: 'POST',
            path: `/api/chat/conversations/${id}/attachments?name=a.pdf`,
            headers: {
              origin: desk.url,
              authorization: `Bearer ${token}`,
              'content-type': 'application/octet-stream',
            },
          },
          (answer) => {
            answer.resume();
            answer.on('end', () => resolve(answer.statusCode));
          },
        );
        sending.on('error', reject);
        sending.write(pdf(1000));
        let left = pieces;
        const go = (): void => {
          while (left-- > 0) {
            if (!sending.write(piece)) return void sending.once('drain', go);
          }
          sending.end();
        };
        go();
      });
    // Four at once are 100 MB, and there is a sender in this process too.
    const sent = Promise.all([one(), one(), one(), one()]);
    let under = true;
    void sent.finally(() => (under = false));
    while (under) {
      collect();
      // What was collected is given back a moment later.
      for (let i = 0; i < 20; i++) await turn();
      looks.push(process.memoryUsage().arrayBuffers - before);
      // A look stops the whole process: most of the time is the desk's.
      await pause(LOOK_MS);
    }
    expect(await sent).toEqual([201, 201, 201, 201]);
    const kept = await desk.app.get(Database).read((em) => em.find(AttachmentRecord));
    expect(kept.map(({ size }) => size > 24 * MEGABYTE)).toEqual([true, true, true, true]);
    for (const one of kept) await visitor.ask('delete', `/api/chat/attachments/${one.id}`);
    await nothingLeft();
    // Some looks see what was let go and not yet given back; what is held is seen by every one.
    looks.sort((a, b) => a - b);
    expect(looks[Math.floor(looks.length / 4)]).toBeLessThan(12 * MEGABYTE);
    expect(looks.at(-1)).toBeLessThan(60 * MEGABYTE);
  });
});
