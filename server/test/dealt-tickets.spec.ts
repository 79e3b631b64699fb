import { newId } from '@candour/shared/ids.js';
import { DAY, HOUR, SECOND } from '@candour/shared/instant.js';
import type { Routing, TicketRules } from '@candour/shared/routing.js';
import type { Role, Skills } from '@candour/shared/staff.js';
import type { Channel, Language } from '@candour/shared/words.js';
import { system } from '../src/core/access/actor.js';
import { Database } from '../src/core/database/database.js';
import { ConversationRecord, EntryRecord } from '../src/conversations/conversation.entity.js';
import { QueueReader } from '../src/conversations/queue-reader.service.js';
import { QueueService } from '../src/conversations/queue.service.js';
import { StartingService } from '../src/conversations/starting.service.js';
import { PolicyService } from '../src/policy/policy.service.js';
import { Roster } from '../src/routing/roster.js';
import { DutyRow, OfferRow, RoutingRulesRow } from '../src/routing/routing.entity.js';
import { RoutingLoop } from '../src/routing/routing.loop.js';
import { RoutingSettings } from '../src/routing/settings.js';
import { TicketDealer, TicketSurroundings } from '../src/routing/ticket-dealer.js';
import { StaffService } from '../src/staff/staff.service.js';
import { eachDesk, type Browser, type Desk } from './desk.js';
import { LiveClient } from './live-clients.js';

/** Two tickets of an agent, so that little is much. */
const on: TicketRules = { dealt: true, capacity: { agent: 2, lead: 3, supervisor: 0 } };

eachDesk(
  'The dealing of tickets',
  (open) => {
    let desk: Desk;
    let admin: Browser;
    let people = 0;

    beforeAll(async () => (desk = await open()));
    afterAll(() => desk.close());
    beforeEach(async () => {
      admin = await desk.signedIn();
      await set(on);
      // From here its own look is twenty seconds away: the stories say when.
      await the(TicketDealer).look();
    });
    // What one story left waits for no other.
    afterEach(() =>
      database().write(async ({ em }) => {
        await em.createQueryBuilder().update(ConversationRecord).set({ status: 'closed', resolvedAt: 1 }).execute();
        for (const rows of [DutyRow, OfferRow]) await em.createQueryBuilder().delete().from(rows).execute();
      }),
    );

    const the = <T>(what: abstract new (...of: never[]) => T): T => desk.app.get<T>(what as never, { strict: false });
    const database = (): Database => the(Database);
    const deal = (): Promise<number> => the(TicketDealer).run();
    /** As another node has one: it knows nothing of this one. */
    const another = (): TicketDealer =>
      new TicketDealer(
        database(),
        desk.clock,
        the(Roster),
        the(QueueReader),
        the(QueueService),
        the(TicketSurroundings),
      );
    const set = async (tickets: TicketRules): Promise<void> => {
      const { rules } = (await admin.ask('get', '/api/routing')).body as Routing;
      expect((await admin.ask('put', '/api/routing/rules', { ...rules, tickets })).status).toBe(200);
    };
    const ticket = async (language: Language = 'en', channel: Channel = 'email'): Promise<string> => {
      desk.clock.advance(1);
      const message = { clientId: `first-${newId()}`, text: 'Nobody came on Tuesday.' };
      const contact = { email: 'ottoline@example.com' };
      const policyVersion = the(PolicyService).version();
      const ask = { startId: `start-${newId()}`, topic: 'orders', language, policyVersion, contact, message } as const;
      const { id } = await the(StartingService).start(ask, { visitorId: newId(), channel, shop: undefined });
      return id;
    };
    const there = (staffId: string) =>
      database().write(async ({ em }) => {
        const now = desk.clock.now();
        const duty = { breakKind: null, missed: 0, capacity: null, readyAt: now, givenAt: null };
        await em.insert(DutyRow, { staffId, presence: 'available', since: now, seenAt: now, ...duty });
      });
    const member = async (role: Role = 'agent', skills: Partial<Skills> = {}) => {
      desk.clock.advance(1);
      const ask = { name: 'Somebody', email: `dealt-${++people}@example.com`, role };
      const all: Skills = { topics: [], languages: [], ...skills };
      return the(StaffService).addWithPassword(system('spec'), { ...ask, skills: all });
    };
    /** Somebody who is available, in the order of their turn. */
    const person = async (role?: Role, skills?: Partial<Skills>): Promise<string> => {
      const { id } = (await member(role, skills)).member;
      await there(id);
      return id;
    };
    const holders = async (ids: readonly string[]): Promise<(string | null)[]> => {
      const rows = await database().read((em) => em.find(ConversationRecord));
      const of = new Map(rows.map(({ id, status, assigneeId }) => [id, status === 'queued' ? null : assigneeId]));
      return ids.map((id) => of.get(id) ?? null);
    };
    const factsOf = async (conversationId: string) => {
      const rows = await database().read((em) => em.find(EntryRecord, { where: { conversationId, kind: 'fact' } }));
      return rows.map(({ detail, role }) => `${detail?.fact?.code} ${role}`);
    };

    it('gives them in turns to those who are there, up to what each of them has room for', async () => {
      const [a, b] = [await person(), await person()];
      await person('supervisor');
      const first = [await ticket(), await ticket(), await ticket()];
      expect(await deal()).toBe(3);
      expect(await holders(first)).toEqual([a, b, a]);
      expect(await factsOf(first[0]!)).toEqual(['started system', 'assigned system']);
      // Whoever was dealt the last one comes last; and has no room.
      const then = [await ticket(), await ticket()];
      expect(await deal()).toBe(1);
      expect(await holders(then)).toEqual([b, null]);
      // What waits for its customer is no work now.
      await database().write(({ em }) => em.update(ConversationRecord, { id: first[0]! }, { status: 'pending' }));
      expect(await deal()).toBe(1);
      expect(await holders(then)).toEqual([b, a]);
    });

    it('goes on where the last turn ended', async () => {
      await set({ ...on, capacity: { ...on.capacity, agent: 5 } });
      const [a, b, c] = [await person(), await person(), await person()];
      const four = [await ticket(), await ticket(), await ticket(), await ticket()];
      await deal();
      expect(await holders(four)).toEqual([a, b, c, a]);
      desk.clock.advance(SECOND);
      const next = [await ticket(), await ticket(), await ticket()];
      await deal();
      expect(await holders(next)).toEqual([b, c, a]);
    });

    it('asks for the language, until a ticket has waited for many opening hours', async () => {
      const german = await person('agent', { languages: ['de'] });
      const [french, mine] = [await ticket('fr'), await ticket('de')];
      await deal();
      expect(await holders([french, mine])).toEqual([null, german]);
      desk.clock.advance(14 * DAY);
      const seenAt = desk.clock.now();
      await database().write(({ em }) => em.update(DutyRow, { staffId: german }, { seenAt }));
      await deal();
      expect(await holders([french])).toEqual([german]);
    });

    it('leaves them where they are while it is off, and leaves chats to the offers', async () => {
      await set({ ...on, dealt: false });
      await person();
      const waiting = await ticket();
      expect(await deal()).toBe(0);
      expect(await holders([waiting])).toEqual([null]);
      await set(on);
      const chat = await ticket('en', 'chat');
      expect(await deal()).toBe(1);
      expect(await holders([waiting, chat])).toEqual([jasmine.any(String), null]);
    });

    it('gives one that somebody put back to others first', async () => {
      const who = await member();
      await there(who.member.id);
      const one = await ticket();
      await deal();
      const browser = await desk.signedIn(who);
      expect((await browser.ask('post', `/api/conversations/${one}/release`)).status).toBe(200);
      expect(await deal()).toBe(0);
      const b = await person();
      await deal();
      expect(await holders([one])).toEqual([b]);
    });

    it('gives each once, on however many nodes', async () => {
      await set({ ...on, capacity: { ...on.capacity, agent: 20 } });
      const staff = [await person(), await person(), await person()];
      const tickets = await Promise.all(Array.from({ length: 9 }, () => ticket()));
      const given = await Promise.all([the(TicketDealer), another(), another()].map((node) => node.run()));
      expect(given.reduce((sum, n) => sum + n)).toBe(9);
      const held = await holders(tickets);
      expect(staff.map((id) => held.filter((one) => one === id).length)).toEqual([3, 3, 3]);
      for (const id of tickets) expect(await factsOf(id)).toEqual(['started system', 'assigned system']);
    });

    it('fills the same last place once', async () => {
      const id = await person();
      const tickets = [await ticket(), await ticket(), await ticket(), await ticket()];
      const queue = the(QueueService);
      const outcomes = await Promise.all(
        tickets.map(async (one) => {
          const subject = await queue.subjectOf(one);
          return database().write((tx) => queue.deal(tx, one, { id, name: 'Somebody' }, 2, subject));
        }),
      );
      expect(outcomes.sort()).toEqual(['full', 'full', 'given', 'given']);
    });

    it('goes on by itself, tells whoever was given one, and takes nothing from whoever goes', async () => {
      const who = await member();
      const browser = await desk.signedIn(who);
      const live = await LiveClient.desk(desk, browser);
      try {
        expect((await browser.ask('put', '/api/routing/duty', { presence: 'available' })).status).toBe(200);
        await live.ok('queue:show', {});
        const one = await ticket();
        desk.clock.advance(20 * SECOND);
        await the(RoutingLoop).tick();
        await live.until(() => JSON.stringify(live.seen.events).includes(`"assignee":{"id":"${who.member.id}"`));
        await browser.ask('put', '/api/routing/duty', { presence: 'away' });
        desk.clock.advance(HOUR);
        await the(RoutingLoop).look();
        expect(await holders([one])).toEqual([who.member.id]);
      } finally {
        live.close();
      }
    });

    it('is off in rules that were set before there was such a rule', async () => {
      await database().write(async ({ em }) => {
        const [row] = await em.find(RoutingRulesRow);
        const { tickets: _, ...before } = row!.rules;
        await em.update(RoutingRulesRow, { id: row!.id }, { rules: before as never });
      });
      await the(RoutingSettings).refresh();
      const { rules } = (await admin.ask('get', '/api/routing')).body as Routing;
      expect(rules.tickets).toEqual({ dealt: false, capacity: { agent: 20, lead: 20, supervisor: 10 } });
    });
  },
  true,
);
