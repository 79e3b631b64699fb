import { HOUR, MINUTE } from '@candour/shared/instant.js';
import type { ConversationRow, Entries } from '@candour/shared/conversations.js';
import type { CustomerPanel } from '@candour/shared/customers.js';
import { ConversationRecord } from '../src/conversations/conversation.entity.js';
import { Database } from '../src/core/database/database.js';
import { MailOutbox } from '../src/core/mail/outbox.service.js';
import { KEY_DATABASE } from '../src/core/tokens.js';
import { DataKeyRow } from '../src/core/vault/data-key.entity.js';
import { CustomerRecord } from '../src/customers/customer.entity.js';
import { ShopTokensService } from '../src/customers/shop-token.service.js';
import { RetentionSchedule } from '../src/privacy/retention.schedule.js';
import { eachDesk, type Browser, type Desk } from './desk.js';
import { LiveClient } from './live-clients.js';
import { sofaOrder, withSofaOrder } from './talking.js';

const ofOttoline = /Ottoline Sofabed|ottoline@example\.com|202 ?555 ?0143|KW-2001/i;

eachDesk('A browser that several people share', (open) => {
  let desk: Desk;
  let lead: Browser;

  beforeEach(async () => {
    desk = await open();
    desk.clock.set(Date.parse('2026-02-01T10:00:00Z'));
    await withSofaOrder(desk);
    lead = await desk.signedIn(await desk.addStaff('lead'));
  });
  afterEach(() => desk.close());

  const panelOf = async (id: string): Promise<CustomerPanel> =>
    (await lead.ask('get', `/api/conversations/${id}/customer`)).body as CustomerPanel;
  const wordsOf = async (id: string): Promise<(string | undefined)[]> => {
    const { entries } = (await lead.ask('get', `/api/conversations/${id}/entries`)).body as Entries;
    return entries.flatMap(({ kind, text }) => (kind === 'message' ? [text] : []));
  };

  /** Two talks in one browser, the first about something else. */
  async function twoTalks(): Promise<{ token: string; first: string; second: string; client: LiveClient }> {
    const one = await LiveClient.chat(desk);
    const { token, conversation: first } = await one.start('Do you sell lamps?', { contact: { name: 'Bruno' } });
    one.close();
    desk.clock.advance(MINUTE);
    const two = await LiveClient.chat(desk, { token });
    const { conversation: second } = await two.start('Where is my sofa?', {
      contact: { name: 'Otti', email: 'ottoline@example.com' },
    });
    return { token, first: first.id, second: second.id, client: two };
  }

  async function proveByCode(client: LiveClient, id: string): Promise<void> {
    await lead.ask('post', `/api/conversations/${id}/take`);
    expect((await lead.ask('post', `/api/conversations/${id}/code`, {})).status).toBe(200);
    const [mail] = await desk.app.get(MailOutbox, { strict: false }).mailboxOf('ottoline@example.com');
    const code = /\b\d{6}\b/.exec(mail?.text ?? '')?.[0] ?? '';
    expect(await client.ok('code:verify', { conversationId: id, code })).toEqual({ level: 1 });
  }

  it('gives away nothing of who proved one talk beside another talk', async () => {
    const { first, second, client } = await twoTalks();
    await proveByCode(client, second);
    const { customer, since } = await panelOf(second);
    expect(customer.name).toBe('Ottoline Sofabed');
    // A customer since the first order, not since the file was taken in.
    expect([since, since < customer.createdAt]).toEqual([Date.parse(sofaOrder.placedAt), true]);

    const other = await panelOf(first);
    expect([other.level, other.customer.kind, other.customer.name, other.matches]).toEqual([0, 'visitor', 'Bruno', []]);
    expect(JSON.stringify(other)).not.toMatch(ofOttoline);
    const { rows } = (await lead.ask('get', '/api/conversations?view=all')).body as { rows: ConversationRow[] };
    expect(JSON.stringify(rows.find(({ id }) => id === first))).not.toMatch(ofOttoline);
    client.close();
  });

  it('gives away nothing either when the shop vouches for the later talk', async () => {
    const { token, first, second, client } = await twoTalks();
    client.close();
    const shopToken = desk.app
      .get(ShopTokensService, { strict: false })
      .make({ sub: 'o', email: 'ottoline@example.com', name: 'Ottoline Sofabed' });
    const known = await LiveClient.chat(desk, { token, shopToken });
    await known.ok('chat:hello', {});
    expect((await panelOf(second)).level).toBe(1);
    expect(JSON.stringify(await panelOf(first))).not.toMatch(ofOttoline);
    known.close();
  });

  it('shows nothing of an earlier talk beside a later one that nobody proved', async () => {
    const { token, second, client } = await twoTalks();
    client.close();
    const three = await LiveClient.chat(desk, { token });
    const { conversation: third } = await three.start('Somebody else now');
    const beside = await panelOf(third.id);
    expect([beside.customer.kind, beside.customer.name]).toEqual(['visitor', undefined]);
    expect(beside.customer.id).not.toBe((await panelOf(second)).customer.id);
    expect(JSON.stringify(beside)).not.toMatch(ofOttoline);
    three.close();
  });

  it('is told apart even where a talk that nobody proved names a customer the desk knows', async () => {
    const { first, second, client } = await twoTalks();
    await proveByCode(client, second);
    client.close();
    const { customer } = await panelOf(second);
    await desk.app
      .get(Database)
      .write((tx) => tx.em.update(ConversationRecord, { id: first }, { customerId: customer.id }));
    expect(JSON.stringify(await panelOf(first))).not.toMatch(ofOttoline);
    const row = (await lead.ask('get', `/api/conversations/${first}`)).body as ConversationRow;
    expect(JSON.stringify(row)).not.toMatch(ofOttoline);
  });

  it('still reaches its own talks, each readable under its own key, each with its own period', async () => {
    const { first, second, client } = await twoTalks();
    await proveByCode(client, second);
    for (const [id, text] of [
      [first, 'Do you sell lamps?'],
      [second, 'Where is my sofa?'],
    ] as const) {
      expect(await wordsOf(id)).toEqual([text]);
      const { entries } = await client.ok<Entries>('conversation:since', { conversationId: id, seq: 0 });
      expect(entries.some((entry) => entry.text === text)).toBeTrue();
    }
    const rows = await desk.app.get(Database).read((em) => em.find(ConversationRecord, { order: { number: 'ASC' } }));
    expect(rows.map(({ retentionClass }) => retentionClass)).toEqual(['chat-unidentified', 'conversation']);
    expect(rows[0]!.keyId).not.toBe(rows[1]!.keyId);
    expect(rows[0]!.visitorId).toBe(rows[1]!.visitorId);
    client.close();
  });

  it('loses the unproved talk, its visitor and its key after six months, and the customer keeps theirs', async () => {
    const { first, second, client } = await twoTalks();
    await proveByCode(client, second);
    client.close();
    for (const id of [first, second]) await lead.ask('post', `/api/conversations/${id}/resolve`);
    const kept = await panelOf(second);
    const schedule = desk.app.get(RetentionSchedule, { strict: false });
    for (const night of ['2026-08-02T03:00:00Z', '2026-08-03T03:00:00Z']) {
      desk.clock.set(Date.parse(night));
      await schedule.nightly();
    }
    desk.clock.advance(HOUR);
    await schedule.hourly();

    const database = desk.app.get(Database);
    const rows = await database.read((em) => em.find(ConversationRecord));
    expect(rows.map(({ id }) => id)).toEqual([second]);
    const keys = await desk.app.get<Database>(KEY_DATABASE).read((em) => em.find(DataKeyRow));
    const sealing = keys.filter(({ family }) => family === 'conversation');
    expect(sealing.map(({ id, wrapped }) => [id === rows[0]!.keyId, wrapped !== null])).toEqual(
      jasmine.arrayWithExactContents([
        [true, true],
        [false, false],
      ]),
    );
    expect(sealing.find(({ id }) => id === rows[0]!.keyId)?.ownerId).toBe(kept.customer.id);
    const people = await database.read((em) => em.find(CustomerRecord));
    expect(people.some(({ kind, mergedInto }) => kind === 'visitor' && mergedInto === null)).toBeFalse();
    lead = await desk.signedIn(await desk.addStaff('lead', 'later@example.com'));
    expect(await wordsOf(second)).toEqual(['Where is my sofa?']);
  });
});
