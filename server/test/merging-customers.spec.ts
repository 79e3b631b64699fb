import type { ConversationRow } from '@candour/shared/conversations.js';
import { DAY } from '@candour/shared/instant.js';
import type { CustomerMergesAsked, CustomerPage, FoundCustomers } from '@candour/shared/merging.js';
import { system } from '../src/core/access/actor.js';
import { ConversationRecord } from '../src/conversations/conversation.entity.js';
import { Database } from '../src/core/database/database.js';
import { DataKeyRow } from '../src/core/vault/data-key.entity.js';
import { Vault } from '../src/core/vault/vault.js';
import { KEY_DATABASE } from '../src/core/tokens.js';
import { CustomerRecord, KeyMove } from '../src/customers/customer.entity.js';
import { KeyMoves } from '../src/customers/key-moves.js';
import { ShopTokensService } from '../src/customers/shop-token.service.js';
import { OrderRecord } from '../src/orders/order.entity.js';
import { Keepers } from '../src/privacy/keepers.js';
import { SingleErasure } from '../src/privacy/single-erasure.service.js';
import { eachDesk, type Browser, type Credentials, type Desk } from './desk.js';
import { LiveClient } from './live-clients.js';

const order = (number: string, customer: object, placedAt = '2026-01-02T08:00:00Z') => ({
  ...{ moneyUnit: 'major', externalId: number, number, placedAt, updatedAt: placedAt, currency: 'USD' },
  ...{
    taxesIncluded: false,
    paymentStatus: 'paid',
    fulfilmentStatus: 'fulfilled',
    subtotal: '10.00',
    discount: '0.00',
  },
  ...{
    shipping: '0.00',
    tax: '0.00',
    total: '10.00',
    country: 'US',
    language: 'en',
    customer,
    address: '1 Elm Street',
  },
  lines: [{ externalId: '1', title: 'Sofa', quantity: 1, unitPrice: '10.00', discount: '0.00', tax: '0.00' }],
});
const phone = '+1 202 555 0143';
const home = { name: 'Ottoline Sofabed', email: 'ottoline@example.com', phone };
const work = { name: 'O. Sofabed', email: 'ottoline.work@example.com', phone };

eachDesk('Two customers who are one', (open) => {
  let desk: Desk;
  let agent: Browser;
  let boss: Browser;
  let bossIs: Credentials;
  let officer: Browser;
  let from: string;
  let into: string;
  const clients: LiveClient[] = [];

  beforeEach(async () => {
    desk = await open();
    desk.clock.set(Date.parse('2026-03-02T10:00:00Z'));
    await take(order('KW-1', home), order('KW-2', work), order('KW-3', work));
    agent = await desk.signedIn(await desk.addStaff('agent'));
    bossIs = await desk.addStaff('supervisor');
    boss = await desk.signedIn(bossIs);
    officer = await desk.signedIn(await desk.addStaff('privacy_officer'));
    [into, from] = [await find(home.email), await find(work.email)];
  });
  afterEach(async () => {
    for (const one of clients.splice(0)) one.close();
    await desk.close();
  });

  const take = async (...orders: object[]): Promise<void> => {
    const admin = await desk.signedIn();
    const url = '/api/imports?format=generic-json&name=orders.json';
    const taken = await admin.ask('post', url, JSON.stringify(orders), { 'content-type': 'application/octet-stream' });
    expect(taken.body).toEqual(jasmine.objectContaining({ failed: 0 }));
  };
  const find = async (q: string): Promise<string> => {
    const answer = await agent.ask('get', `/api/customers?q=${encodeURIComponent(q)}`);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return (answer.body as FoundCustomers).rows[0]?.id ?? '';
  };
  const page = async (id: string, who = boss): Promise<CustomerPage> =>
    (await who.ask('get', `/api/customers/${id}`)).body as CustomerPage;
  const ask = (who = agent, one = from, other = into) =>
    who.ask('post', `/api/customers/${one}/merge`, { into: other });
  const waiting = async (who = boss): Promise<CustomerMergesAsked['rows']> =>
    ((await who.ask('get', '/api/customer-merges')).body as CustomerMergesAsked).rows;
  const approve = async (who = boss, body: object = {}) =>
    who.ask('post', `/api/customer-merges/${(await waiting(who))[0]?.id ?? from}/approve`, body);
  const merged = async (): Promise<void> => {
    await ask();
    const answer = await approve();
    if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
  };
  const undo = async (who = boss) =>
    who.ask('post', `/api/customer-merges/${(await page(into)).merged[0]?.id ?? from}/undo`);
  const codeOf = (answer: { body: unknown }): unknown => (answer.body as { code?: string }).code;
  const database = (): Database => desk.app.get(Database);
  const keys = (): Database => desk.app.get<Database>(KEY_DATABASE);
  const settled = async (): Promise<void> => {
    await desk.app.get(KeyMoves, { strict: false }).onApplicationBootstrap();
    expect(await database().read((em) => em.count(KeyMove))).toBe(0);
  };
  const talk = async (email: string, text: string): Promise<string> => {
    const shopToken = desk.app.get(ShopTokensService, { strict: false }).make({ sub: email, email });
    const client = await LiveClient.chat(desk, { shopToken });
    clients.push(client);
    return (await client.start(text)).conversation.id;
  };
  /** Whose every record is, in every table that some keeper declares. */
  const belonging = (id: string): Promise<number> =>
    database().read(async (em) => {
      let count = 0;
      const tables = desk.app
        .get(Keepers, { strict: false })
        .all()
        .flatMap(({ personal }) => personal);
      for (const { entity, owner } of tables) {
        if (!em.connection.hasMetadata(entity)) continue;
        if (owner === 'customerId' || owner === 'ownerId') count += await em.count(entity, { where: { [owner]: id } });
      }
      return count;
    });

  it('become one when somebody asks and another agrees; all of it is the other’s, and says where it came from', async () => {
    const chatId = await talk(work.email, 'Where is my sofa?');
    await boss.ask('post', `/api/conversations/${chatId}/take`);
    await boss.ask('put', `/api/tickets/${chatId}/block`, { reason: 'abuse', days: 7 });
    expect((await page(into, agent)).duplicates.map(({ customer, by }) => [customer.id, by])).toEqual([
      [from, 'phone'],
    ]);
    const before = await belonging(from);
    expect(before).toBeGreaterThan(5);

    expect((await ask(await desk.signedIn(await desk.addStaff('admin', 'admin2@example.com')))).status).toBe(403);
    expect((await ask()).status).toBe(200);
    expect(codeOf(await ask(boss, into, from))).toBe('already-exists');
    expect((await waiting(agent)).map(({ may }) => may)).toEqual(['take-back']);
    expect((await approve(agent)).status).toBe(403);
    expect((await approve(boss)).status).toBe(204);
    expect(await belonging(from)).toBe(0);
    await settled();

    const one = await page(from);
    expect([one.customer.id, one.orders, one.conversations]).toEqual([into, 3, 1]);
    expect(one.merged).toEqual([
      jasmine.objectContaining({
        orders: 2,
        conversations: 1,
        blocks: 1,
        by: jasmine.objectContaining({ name: 'The supervisor' }),
      }),
    ]);
    expect(one.merged[0]?.customer).toEqual(jasmine.objectContaining({ name: work.name, email: work.email }));
    expect(one.duplicates).toEqual([]);
    // The block follows, and the address leads to whom they are now: no second customer comes about.
    await expectAsync(talk(home.email, 'Again')).toBeRejectedWithError(/chat-blocked/);
    await take(order('KW-4', work, '2026-02-02T08:00:00Z'));
    expect((await page(into)).orders).toBe(4);
    expect(await find(work.email)).toBe(into);
    const rows = (await boss.ask('get', `/api/conversations/${chatId}`)).body as ConversationRow;
    expect([rows.customer.id, rows.customer.name]).toEqual([into, home.name]);
  });

  it('are apart again with what was theirs; what came since stays with the other', async () => {
    const theirs = await talk(work.email, 'Where is my sofa?');
    const before = await belonging(from);
    const held = () => keys().read((em) => em.find(DataKeyRow, { where: { ownerId: from }, order: { id: 'ASC' } }));
    await settled();
    const had = await held();
    await merged();
    await settled();
    const since = await talk(home.email, 'Since then');
    await take(order('KW-4', work, '2026-02-02T08:00:00Z'));
    expect((await undo(agent)).status).toBe(403);
    expect((await undo(officer)).status).toBe(204);
    await settled();
    expect(await belonging(from)).toBe(before);
    expect((await held()).map(({ id, cameFrom }) => [id, cameFrom])).toEqual(had.map(({ id }) => [id, null]));
    const [mine, other] = [await page(from), await page(into)];
    expect([mine.customer.id, mine.customer.email, mine.orders, mine.conversations]).toEqual([from, work.email, 2, 1]);
    expect([other.customer.id, other.orders, other.conversations, other.merged]).toEqual([into, 2, 1, []]);
    expect(await find(work.email)).toBe(from);
    const said = async (id: string) =>
      JSON.stringify((await boss.ask('get', `/api/conversations/${id}/entries`)).body).includes('sofa?');
    expect([await said(theirs), await said(since)]).toEqual([true, false]);
    // Nothing that was written since is sealed with a key that went back.
    const sealed = await database().read((em) => em.findOneByOrFail(OrderRecord, { number: 'KW-4' }));
    const later = await database().read((em) => em.findOneByOrFail(ConversationRecord, { id: since }));
    const lent = had.map(({ id }) => id);
    expect([lent.includes(sealed.keyId ?? ''), lent.includes(later.keyId)]).toEqual([false, false]);
    expect(codeOf(await undo())).toBe('not-found');
  });

  it('go together when the one is erased: names, keys and salts of both', async () => {
    await merged();
    await settled();
    const vault = desk.app.get(Vault);
    await vault.subjectDigest(from);
    const erasure = desk.app.get(SingleErasure, { strict: false });
    const subject = await vault.subjectDigest(into);
    await database().write((tx) =>
      erasure.remove(tx, 'customers', into, { actor: system('spec'), verb: 'conversation.erased', subject }),
    );
    expect(await database().read((em) => em.count(CustomerRecord, { where: [{ id: from }, { id: into }] }))).toBe(0);
    await erasure.retireKeys('customers', into);
    const live = (family: string) =>
      keys().read(async (em) =>
        (await em.findBy(DataKeyRow, { ownerId: into, family })).filter((key) => !key.retiredAt),
      );
    expect(await live('contact')).toEqual([]);
    // Of the merge nothing is left either.
    expect((await boss.ask('get', `/api/customers/${into}`)).status).toBe(404);
    const [left] = await database().read((em) =>
      em.query<{ n: number | string }[]>('SELECT count(*) AS n FROM customer_merges'),
    );
    expect(Number(left?.n)).toBe(0);
  });

  it('are never merged in a ring, twice, by one person, or against a closed account', async () => {
    await ask(boss);
    expect(codeOf(await approve(boss))).toBe('second-person-required');
    expect(codeOf(await approve(boss, { password: bossIs.password }))).toBe('second-person-required');
    // The officer goes: now nobody else could, and a day later the password does.
    await database().write((tx) => tx.em.query(`UPDATE staff SET disabled_at = 1 WHERE role = 'privacy_officer'`));
    expect((await waiting())[0]?.may).toBe('confirm');
    expect(codeOf(await approve(boss, { password: 'not this one, surely' }))).toBe('sign-in-failed');
    expect(codeOf(await approve(boss, { password: bossIs.password }))).toBe('too-early');
    desk.clock.advance(DAY);
    [boss, agent] = [await desk.signedIn(bossIs), await desk.signedIn(await desk.addStaff('lead'))];
    const twice = await Promise.all([
      approve(boss, { password: bossIs.password }),
      approve(boss, { password: bossIs.password }),
    ]);
    expect(twice.filter(({ status }) => status === 204).length).toBe(1);
    expect(codeOf(await ask())).toBe('merge-unfit');
    expect(codeOf(await ask(agent, into, from))).toBe('merge-unfit');

    // Three in a row: one step leads to the last, and only the last merge can be undone first.
    await take(order('KW-9', { name: 'Third', email: 'third@example.com', phone: '+1 202 555 0199' }));
    const third = await find('third@example.com');
    await ask(agent, into, third);
    expect((await approve(boss)).status).toBe(204);
    expect((await page(from)).customer.id).toBe(third);
    expect((await page(third)).orders).toBe(4);
    await settled();
    const [last] = (await page(third)).merged;
    expect((await boss.ask('post', `/api/customer-merges/${last?.id}/undo`)).status).toBe(204);
    expect((await page(from)).customer.id).toBe(into);
    expect([(await page(into)).orders, (await page(third)).orders]).toEqual([3, 1]);
    await settled();

    await database().write((tx) => tx.em.query('UPDATE customers SET account_closed_at = 1 WHERE id = $1', [third]));
    expect((await ask(agent, third, into)).body).toEqual(jasmine.objectContaining({ facts: { why: 'closed' } }));
    const { merged: known } = await page(into);
    desk.clock.advance(31 * DAY);
    boss = await desk.signedIn(bossIs);
    expect(codeOf(await boss.ask('post', `/api/customer-merges/${known[0]?.id}/undo`))).toBe('undo-over');
  });
});
