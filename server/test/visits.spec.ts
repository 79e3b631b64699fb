import type { Entries } from '@candour/shared/conversations.js';
import { DAY, HOUR, MINUTE } from '@candour/shared/instant.js';
import { newId } from '@candour/shared/ids.js';
import type { Page } from '@candour/shared/paging.js';
import type { OwnVisit, OwnVisits, Visits } from '@candour/shared/visits.js';
import { ConversationRecord } from '../src/conversations/conversation.entity.js';
import { Database } from '../src/core/database/database.js';
import { genericOrder } from '../src/orders/orders.testing.js';
import { VisitRow } from '../src/visits/visit.entity.js';
import { eachDesk, type Browser, type Credentials, type Desk } from './desk.js';
import { LiveClient } from './live-clients.js';

const NOON = Date.parse('2026-05-04T12:00:00Z');

const order = genericOrder('KW-1', {
  customer: { name: 'Tane Recliner', email: 'tane@example.com', phone: '020 7946 0958' },
  address: 'Tane Recliner\n3 Footrest Way\nLondon',
  lines: [{ title: 'Wardrobe Hinge', quantity: 10, unitPrice: 2390 }],
});

eachDesk('A visit at a customer’s home', (open) => {
  let desk: Desk;
  let agent: Browser;
  let tane: Browser;
  let other: Browser;
  let credentials: Credentials & { member: { id: string } };
  let customer: LiveClient;
  let id: string;

  beforeEach(async () => {
    desk = await open();
    desk.clock.set(NOON);
    const admin = await desk.signedIn();
    const path = '/api/imports?format=generic-json&name=orders.json';
    const bytes = { 'content-type': 'application/octet-stream' };
    const taken = await admin.ask('post', path, JSON.stringify([order]), bytes);
    expect(taken.body).toEqual(jasmine.objectContaining({ failed: 0 }));
    agent = await desk.signedIn(await desk.addStaff('agent'));
    credentials = await desk.addStaff('installer');
    tane = await desk.signedIn(credentials);
    other = await desk.signedIn(await desk.addStaff('installer', 'second@example.com'));
    customer = await LiveClient.chat(desk);
    ({ id } = (await customer.start('The hinge of my wardrobe is missing.')).conversation);
    await agent.ask('post', `/api/conversations/${id}/take`);
  });
  afterEach(async () => {
    customer.close();
    await desk.close();
  });

  const code = ({ body }: { body: unknown }) => (body as { code?: string }).code;
  const withOrder = async (): Promise<void> => {
    const found = (await agent.ask('get', '/api/orders')).body as Page<{ id: string }>;
    await desk.app
      .get(Database)
      .write(({ em }) => em.update(ConversationRecord, { id }, { orderId: found.rows[0]!.id }));
  };
  const plan = (at: number, installerId: string | null, by = agent) =>
    by.ask('post', `/api/conversations/${id}/visits`, { at, installerId });
  const visits = async (by: Browser): Promise<readonly OwnVisit[]> =>
    ((await by.ask('get', '/api/visits')).body as OwnVisits).rows;
  const deed = (by: Browser, visit: string, what: string, body: object = {}) =>
    by.ask('post', `/api/visits/${visit}/${what}`, body);

  it('needs an order, a time to come and an installer', async () => {
    expect(code(await plan(NOON + DAY, null))).toBe('visit-unfit');
    await withOrder();
    expect(code(await plan(NOON - HOUR, null))).toBe('visit-unfit');
    expect(code(await plan(NOON + DAY, agent.session!.staff.id))).toBe('visit-unfit');
    expect((await plan(NOON + DAY, null, tane)).status).toBe(403);
    expect(await desk.app.get(Database).read((em) => em.count(VisitRow))).toBe(0);
    expect((await plan(NOON + HOUR, credentials.member.id)).status).toBe(200);
  });

  it('shows its installer in its days the first name, the address and the lines, and nothing more', async () => {
    await withOrder();
    await plan(NOON + HOUR, credentials.member.id);
    await plan(NOON + 3 * DAY, credentials.member.id);
    const [today, later] = await visits(tane);
    expect(today!.for!.firstName).toBe('Tane');
    expect(today!.for!.address).toBe('3 Footrest Way\nLondon');
    expect(today!.for!.lines).toEqual([{ title: 'Wardrobe Hinge', quantity: 10 }]);
    expect(JSON.stringify(today)).not.toMatch(/Recliner|tane@|7946|KW-1|2390/);
    expect(later!.for).toBeUndefined();
    expect(await visits(other)).toEqual([]);
    expect((await tane.ask('get', `/api/conversations/${id}`)).status).toBe(403);
    expect((await tane.ask('get', '/api/orders')).status).toBe(403);
    expect(code(await deed(tane, later!.id, 'done'))).toBe('not-found');
    desk.clock.advance(9 * DAY);
    tane = await desk.signedIn(credentials);
    expect((await visits(tane)).map(({ for: whom }) => whom?.firstName)).toEqual(['Tane']);
  });

  it('that is nobody’s is taken by one of two', async () => {
    await withOrder();
    await plan(NOON + HOUR, null);
    const [free] = await visits(tane);
    expect([free!.mine, free!.for]).toEqual([false, undefined]);
    const both = await Promise.all([deed(tane, free!.id, 'take'), deed(other, free!.id, 'take')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await visits(tane)).length + (await visits(other)).length).toBe(1);

    // Once its day is past nobody goes there any more, and nobody is shown where it was.
    await plan(NOON + 2 * HOUR, null);
    const missed = (await visits(tane)).find(({ mine }) => !mine)!;
    desk.clock.advance(3 * HOUR);
    tane = await desk.signedIn(credentials);
    expect(code(await deed(tane, missed.id, 'take'))).toBe('not-found');
  });

  it('ends with a note that the desk reads under the installer’s name, and the customer does not', async () => {
    await withOrder();
    await plan(NOON + HOUR, credentials.member.id);
    const [visit] = await visits(tane);
    const note = { clientId: `visit-${newId()}`, text: 'Left hinge is bent; card 4111 1111 1111 1111 was offered.' };
    expect((await deed(other, visit!.id, 'notes', note)).status).toBe(404);
    for (let twice = 0; twice < 2; twice++) expect((await deed(tane, visit!.id, 'notes', note)).status).toBe(200);
    desk.clock.advance(MINUTE);
    expect(((await deed(tane, visit!.id, 'done')).body as OwnVisits).rows[0]!.state).toBe('done');
    const { entries } = (await agent.ask('get', `/api/conversations/${id}/entries`)).body as Entries;
    const notes = entries.filter(({ kind }) => kind === 'note');
    expect(notes.map(({ by }) => [by.role, by.id])).toEqual([['staff', credentials.member.id]]);
    expect(notes[0]!.text).not.toContain('4111');
    expect(entries.flatMap(({ fact }) => fact?.code ?? [])).toEqual([
      'started',
      'taken',
      'visit-planned',
      'visit-done',
    ]);
    const seen = await customer.ok<Entries>('conversation:since', { conversationId: id, seq: 0 });
    expect(JSON.stringify(seen)).not.toMatch(/hinge is bent|visit/);
    const { rows } = (await agent.ask('get', `/api/conversations/${id}/visits`)).body as Visits;
    expect(rows.map(({ state, installer }) => [state, installer?.id])).toEqual([['done', credentials.member.id]]);
  });
});
