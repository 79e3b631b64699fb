import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Attachment } from '@candour/shared/attachments.js';
import type { Entries, Sent } from '@candour/shared/conversations.js';
import type { Problem } from '@candour/shared/errors.js';
import type { Notice } from '@candour/shared/notices.js';
import type { Page } from '@candour/shared/paging.js';
import { newId } from '@candour/shared/ids.js';
import { DAY, HOUR } from '@candour/shared/instant.js';
import sharp from 'sharp';
import { AttachmentRecord } from '../src/attachments/attachment.entity.js';
import { AttachmentSource } from '../src/attachments/attachment-source.js';
import { AuditLeaf } from '../src/audit/audit-leaf.entity.js';
import { entryLeaf } from '../src/conversations/entry-leaf.js';
import { EntryRecord } from '../src/conversations/conversation.entity.js';
import { Database } from '../src/core/database/database.js';
import { FileOrphans } from '../src/core/files/file-orphans.js';
import { FileRemoval } from '../src/core/files/file-removal.entity.js';
import { FileRemovals } from '../src/core/files/file-removals.js';
import { RetentionSchedule } from '../src/privacy/retention.schedule.js';
import { eachDesk, type Browser, type Desk } from './desk.js';
import { LiveClient } from './live-clients.js';
import { docx, pdf, photo, video } from './sample-files.js';

const BYTES = { 'content-type': 'application/octet-stream' };

eachDesk('A file in a chat', (open) => {
  let desk: Desk;
  let agent: Browser;
  let customer: LiveClient;
  let token: string;
  let id: string;

  beforeEach(async () => {
    desk = await open();
    agent = await desk.signedIn(await desk.addStaff('agent'));
    customer = await LiveClient.chat(desk);
    const started = await customer.start('My sofa has a scratch.');
    token = started.token;
    id = started.conversation.id;
    await agent.ask('post', `/api/conversations/${id}/take`);
  });
  afterEach(async () => {
    customer.close();
    await desk.close();
  });

  const rows = () => desk.app.get(Database).read((em) => em.find(AttachmentRecord));
  const removals = () => desk.app.get(Database).read((em) => em.count(FileRemoval));
  const stored = (): string[] =>
    readdirSync(join(desk.folder, 'files'), { recursive: true, encoding: 'utf8' })
      .map((name) => join(desk.folder, 'files', name))
      .filter((path) => statSync(path).isFile());
  const settled = () => desk.app.get(FileRemovals).look();

  const visitor = () => desk.browser({ authorization: `Bearer ${token}` });
  const upload = (bytes: Buffer, name: string, by = visitor(), to = id) =>
    by.ask(
      'post',
      `/api/${by.session ? '' : 'chat/'}conversations/${to}/attachments?name=${encodeURIComponent(name)}`,
      bytes,
      BYTES,
    );
  const uploaded = async (bytes: Buffer, name: string, by = visitor()): Promise<Attachment> => {
    const answer = await upload(bytes, name, by);
    expect([answer.status, (answer.body as Problem).code]).toEqual([201, undefined as never]);
    return answer.body as Attachment;
  };
  const fetched = async (by: Browser, path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${desk.url}${path}`, {
      headers: { ...(by.cookie ? { cookie: by.cookie } : { authorization: `Bearer ${token}` }), ...headers },
    });
    return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
  };

  it('reaches the agent with its message, without the place where it was taken, and is sealed on the disk', async () => {
    const original = await photo();
    expect(original.includes('Camera of Ottoline')).toBe(true);
    const attachment = await uploaded(original, '../../Küche\u202Egpj.exe');
    expect(attachment).toEqual(
      jasmine.objectContaining({
        name: 'Küchegpj.exe.jpg',
        type: 'image/jpeg',
        kind: 'image',
        width: 640,
        preview: true,
      }),
    );

    const socket = await LiveClient.desk(desk, agent);
    await socket.ok('conversation:show', { conversationId: id });
    const clientId = `spec-${newId()}`;
    const ask = { conversationId: id, clientId, text: 'Here it is.', attachments: [attachment.id] };
    const sent = await customer.ok<Sent>('message:attach', ask);
    await socket.until(() => socket.seen.entries.some(({ attachments }) => attachments !== undefined));
    const heard = socket.seen.entries.find(({ seq }) => seq === sent.seq);
    expect([heard?.text, heard?.attachments]).toEqual(['Here it is.', [attachment]]);
    // Sent again it is the same message, and read back it is the same entry.
    expect((await customer.ok<Sent>('message:attach', ask)).seq).toBe(sent.seq);
    const { entries } = (await agent.ask('get', `/api/conversations/${id}/entries`)).body as Entries;
    expect(entries.filter(({ attachments }) => attachments)).toEqual([heard!]);

    const { answer, bytes } = await fetched(agent, `/api/attachments/${attachment.id}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(answer.headers.get('content-disposition')).toContain('attachment; filename="');
    expect(answer.headers.get('content-disposition')).toContain("filename*=UTF-8''K%C3%BCchegpj.exe.jpg");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const kept = await sharp(bytes).metadata();
    expect([kept.width, kept.height, kept.exif]).toEqual([640, 480, undefined]);
    expect(bytes.includes('Ottoline')).toBe(false);
    const preview = await fetched(visitor(), `/api/chat/attachments/${attachment.id}/preview`);
    expect([preview.answer.status, (await sharp(preview.bytes).metadata()).width]).toEqual([200, 480]);

    await settled();
    expect([stored().length, await removals()]).toEqual([2, 0]);
    const [row] = await rows();
    for (const path of stored()) {
      const content = readFileSync(path);
      expect(content.subarray(0, 4096).includes(bytes.subarray(0, 16))).toBe(false);
      if (path.endsWith(row!.fileId)) expect(createHash('sha256').update(content).digest()).toEqual(row!.digest);
    }
    expect([row!.category, row!.retentionClass, row!.policyVersion]).toEqual(['C5', 'attachment', '1']);
    // The leaf of the message stands for its file.
    const entry = await desk.app
      .get(Database)
      .read((em) => em.findOneByOrFail(EntryRecord, { seq: sent.seq, kind: 'message' }));
    expect(entry.detail?.attachments).toEqual([{ id: attachment.id, digest: row!.digest.toString('base64url') }]);
  });

  it('goes from the agent to the customer, and one of a note does not', async () => {
    const socket = await LiveClient.desk(desk, agent);
    const [plan, secret] = [await uploaded(docx(), 'plan.docx', agent), await uploaded(pdf(), 'note.pdf', agent)];
    const seen = 100;
    const base = { conversationId: id, text: '', seen };
    await socket.ok('message:attach', { ...base, clientId: `spec-${newId()}`, attachments: [plan.id] });
    const note = { ...base, kind: 'note', clientId: `spec-${newId()}`, attachments: [secret.id] };
    // Who is named in a note is told of it, with a file as without.
    const sue = await desk.signedIn(await desk.addStaff('supervisor', 'sue@example.com'));
    const mentions = [sue.session!.staff.id];
    await socket.ok('message:attach', { ...note, mentions });
    const { rows: told } = (await sue.ask('get', '/api/notices')).body as Page<Notice>;
    expect(told.map(({ kind, conversation }) => [kind, conversation.id])).toEqual([['mention', id]]);
    await customer.until(() => customer.seen.entries.some(({ kind }) => kind === 'hidden'));
    expect(customer.seen.entries.flatMap(({ attachments }) => attachments ?? [])).toEqual([plan]);
    const path = '/api/chat/attachments/';
    expect((await fetched(visitor(), path + plan.id)).bytes.equals(docx())).toBe(true);
    expect((await fetched(visitor(), path + secret.id)).answer.status).toBe(404);
    expect((await fetched(agent, `/api/attachments/${secret.id}`)).bytes.equals(pdf())).toBe(true);
    socket.close();
  });

  it('is of nobody but its sender until it is sent, and of nobody outside of the conversation', async () => {
    const attachment = await uploaded(pdf(), 'invoice.pdf');
    expect((await fetched(agent, `/api/attachments/${attachment.id}`)).answer.status).toBe(404);
    await customer.ok('message:attach', {
      conversationId: id,
      clientId: `spec-${newId()}`,
      text: '',
      attachments: [attachment.id],
    });
    expect((await fetched(agent, `/api/attachments/${attachment.id}`)).answer.status).toBe(200);

    const other = await LiveClient.chat(desk);
    const stranger = await other.start('Hello.');
    const headers = { authorization: `Bearer ${stranger.token}` };
    const path = `/api/chat/attachments/${attachment.id}`;
    expect((await fetched(visitor(), path, headers)).answer.status).toBe(403);
    expect((await fetched(visitor(), path, { authorization: '' })).answer.status).toBe(401);
    const theirs = desk.browser(headers);
    expect((await upload(pdf(), 'x.pdf', theirs)).status).toBe(403);
    // Nor does it go into another conversation, or into a second message.
    const again = { clientId: `spec-${newId()}`, text: 'x', attachments: [attachment.id] };
    expect(await other.refusal('message:attach', { ...again, conversationId: stranger.conversation.id })).toBe(
      'file-gone',
    );
    expect(await customer.refusal('message:attach', { ...again, conversationId: id })).toBe('file-gone');
    const colleague = await desk.signedIn(await desk.addStaff('agent', 'colleague@example.com'));
    expect((await fetched(colleague, `/api/attachments/${attachment.id}`)).answer.status).toBe(403);
    other.close();
  });

  it('is read in parts, and never where it was changed or cut off', async () => {
    const film = video(300_000);
    const { id: file } = await uploaded(film, 'film.mp4', agent);
    const path = `/api/attachments/${file}`;
    const whole = (await fetched(agent, path)).bytes;
    expect(whole.length).toBe(film.length);
    expect([whole.includes('Ottoline'), whole.includes('48.8583')]).toEqual([false, false]);
    expect(whole.subarray(-300_000).equals(film.subarray(-300_000))).toBe(true);
    for (const [range, start, end] of [
      ['bytes=0-99', 0, 100],
      ['bytes=65530-131080', 65530, 131081],
      ['bytes=200000-', 200000, film.length],
      ['bytes=-500', film.length - 500, film.length],
    ] as const) {
      const { answer, bytes } = await fetched(agent, path, { range });
      expect([answer.status, answer.headers.get('content-range')]).toEqual([
        206,
        `bytes ${start}-${end - 1}/${film.length}`,
      ]);
      expect(bytes.equals(whole.subarray(start, end))).toBe(true);
    }
    await settled();
    const [row] = await rows();
    const stands = stored().find((name) => name.endsWith(row!.fileId))!;
    const before = readFileSync(stands);
    truncateSync(stands, 65_536 + 28);
    expect((await fetched(agent, path)).answer.status).toBe(500);
    const changed = Buffer.from(before);
    changed[1000]! ^= 1;
    writeFileSync(stands, changed);
    await expectAsync(fetched(agent, path)).toBeRejected();
  });

  it('whose message never comes goes after six hours, and so does what was taken back', async () => {
    const [sent, forgotten, taken] = [
      await uploaded(pdf(), 'a.pdf'),
      await uploaded(pdf(), 'b.pdf'),
      await uploaded(pdf(), 'c.pdf'),
    ];
    expect((await visitor().ask('delete', `/api/chat/attachments/${taken.id}`)).status).toBe(204);
    const message = { conversationId: id, clientId: `spec-${newId()}`, text: '' };
    await customer.ok('message:attach', { ...message, attachments: [sent.id] });
    expect((await visitor().ask('delete', `/api/chat/attachments/${sent.id}`)).status).toBe(410);
    await settled();
    expect(stored().length).toBe(2);
    desk.clock.advance(6 * HOUR + 1);
    await desk.app.get(AttachmentSource, { strict: false }).hourly();
    await settled();
    expect([(await rows()).map((row) => row.id), stored().length]).toEqual([[sent.id], 1]);
    const late = { ...message, clientId: `spec-${newId()}`, attachments: [forgotten.id] };
    expect(await customer.refusal('message:attach', late)).toBe('file-gone');
  });

  it('goes with its conversation, and nothing of it is left on the disk', async () => {
    const attachment = await uploaded(await photo(), 'scratch.jpg');
    const message = { conversationId: id, clientId: `spec-${newId()}`, text: '' };
    await customer.ok('message:attach', { ...message, attachments: [attachment.id] });
    expect((await agent.ask('post', `/api/conversations/${id}/resolve`)).status).toBe(200);
    await settled();
    expect(stored().length).toBe(2);
    desk.clock.advance(200 * DAY);
    await desk.app.get(RetentionSchedule, { strict: false }).nightly();
    await settled();
    expect([await rows(), stored(), await removals()]).toEqual([[], [], 0]);
  });

  it('that no record knows is found and removed, a day later', async () => {
    await uploaded(pdf(), 'kept.pdf', agent);
    await settled();
    const [kept] = stored();
    const lost = newId(desk.clock.now());
    const folder = join(desk.folder, 'files', lost.slice(-2));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, lost), 'left by a restored database');
    const orphans = desk.app.get(FileOrphans);
    expect(await orphans.sweep()).toBe(0);
    desk.clock.advance(DAY + HOUR);
    expect(await orphans.sweep()).toBe(1);
    expect(stored()).toEqual([kept!]);
  });

  it('stands in the leaf of its message, and who opened it in the audit', async () => {
    const attachment = await uploaded(pdf(), 'a.pdf');
    const message = { conversationId: id, clientId: `spec-${newId()}`, text: 'See.' };
    const { id: entryId } = await customer.ok<Sent>('message:attach', { ...message, attachments: [attachment.id] });
    const database = desk.app.get(Database);
    const entry = await database.read((em) => em.findOneByOrFail(EntryRecord, { id: entryId }));
    expect(entry.leaf.equals(entryLeaf(entry))).toBe(true);
    const [named] = entry.detail!.attachments!;
    const other = { attachments: [{ ...named!, digest: 'another file' }] };
    expect(entry.leaf.equals(entryLeaf({ ...entry, detail: other }))).toBe(false);

    const opened = (): Promise<number> => database.read((em) => em.countBy(AuditLeaf, { verb: 'attachment.read' }));
    await fetched(agent, `/api/attachments/${attachment.id}/preview`);
    expect(await opened()).toBe(0);
    await fetched(agent, `/api/attachments/${attachment.id}`);
    await fetched(agent, `/api/attachments/${attachment.id}`, { range: 'bytes=5-' });
    expect(await opened()).toBe(1);
    await fetched(visitor(), `/api/chat/attachments/${attachment.id}`);
    expect(await opened()).toBe(1);
  });
});
