import { DAY, HOUR, MINUTE, SECOND } from '@candour/shared/instant.js';
import { languages, type Language } from '@candour/shared/words.js';
import { Injectable } from '@nestjs/common';
import { system, type StaffActor } from '../core/access/actor.js';
import { PostingService } from '../conversations/posting.service.js';
import { CustomersService } from '../customers/customers.service.js';
import { StaffService, type FirstSignIn } from '../staff/staff.service.js';
import { backgroundCustomers, backgroundOrders } from './background.data.js';
import { strangers, waitingChats } from './chats.data.js';
import { DemoBooks } from './demo-books.js';
import { DemoChats } from './demo-chats.js';
import { demoForm } from './contact.data.js';
import type { People } from './demo-desk.js';
import { idOf } from './demo-ids.js';
import { elsewhere } from './desk.data.js';
import { DemoHistory, MONTHS, monthsBefore } from './demo-history.js';
import { orderLines } from './demo-orders.js';
import type { HistoryClock } from './history-clock.js';
import { demoOrders } from './orders.data.js';
import { demoCustomers, demoStaff } from './people.data.js';

const actor = system('demonstration');

/** Lets the demonstration's past happen, through the same services as everything else, under a clock that is set. */
@Injectable()
export class DemoLoader {
  constructor(
    private readonly staff: StaffService,
    private readonly customers: CustomersService,
    private readonly books: DemoBooks,
    private readonly chats: DemoChats,
    private readonly posting: PostingService,
    private readonly history: DemoHistory,
  ) {}

  /** Whether anybody works here already. */
  async deskIsEmpty(): Promise<boolean> {
    return (await this.staff.list(actor, { limit: 1 })).rows.length === 0;
  }

  /** Answers who can sign in, with passwords that nobody else ever learns. Safe to run again after a crash. */
  async load(seed: string, clock: HistoryClock, now: number): Promise<FirstSignIn[]> {
    const past = monthsBefore(now, MONTHS) - DAY;
    clock.set(past);
    const admin = await this.staff.ensureFirstAdmin();
    const signIns = [...(admin ? [admin] : []), ...(await this.addStaff())];
    await this.books.setSellers();
    await this.books.takeIn(
      'first-orders',
      orderLines(backgroundOrders, Object.values(backgroundCustomers).flat(), past),
    );
    await this.books.setTeams();
    const people = await this.people();
    const { care } = this.chats;
    const { work } = care.contact;
    await care.tools(people('sidney'));
    await care.contact.greet();
    await this.history.happen(seed, agents(people), clock, now, await work.desk.moments(seed, people, now));
    clock.set(Math.max(clock.now(), now - HOUR));
    const orders = orderLines([...demoOrders, elsewhere.order], [...demoCustomers, elsewhere.customer], now);
    await this.books.takeIn('demonstration', orders);
    clock.set(now - demoForm.minutes * MINUTE);
    await care.contact.write(idOf(seed, 'form'));
    const waiting = await this.queue(seed, clock, now);
    clock.set(now);
    await work.logLetter(people('nell'), seed, now);
    await work.desk.now(seed, people);
    const cracked = waiting.get(idOf(seed, 'waiting ottoline'));
    if (cracked) await work.planVisits(people('nell'), cracked, now);
    return signIns;
  }

  private async addStaff(): Promise<FirstSignIn[]> {
    const { rows } = await this.staff.list(actor, { limit: 100 });
    const missing = demoStaff.filter(({ email }) => !rows.some((row) => row.email === email));
    const added: FirstSignIn[] = [];
    for (const member of missing) {
      const { email, password, role } = await this.staff.addWithPassword(actor, member);
      added.push({ email, password, role });
    }
    return added;
  }

  private async people(): Promise<People> {
    const { rows } = await this.staff.list(actor, { limit: 100 });
    return (firstName) => {
      const member = rows.find(({ email }) => email.startsWith(`${firstName}.`));
      if (!member) throw new Error(`No demonstration member ${firstName}.`);
      const { id, name, role, skills } = member;
      return { kind: 'staff', id, name, role, skills, sessionId: 'demonstration' };
    };
  }

  /** Those who wait now, longest first. */
  private async queue(seed: string, clock: HistoryClock, now: number): Promise<ReadonlyMap<string, string>> {
    const ids = new Map<string, string>();
    const known = await Promise.all(
      waitingChats.map(async ({ customer: shopId, minutes, by, talk: [topic, words = '', ...more] }) => {
        const customer = demoCustomers.find(({ id }) => id === shopId);
        if (!customer) throw new Error(`No demonstration customer ${shopId}.`);
        const { name, email, language } = customer;
        const contact = { name, email };
        const [customerId] = await this.customers.findByEmail(email);
        const who = by === 'shop' ? { shop: { customerId, contact } } : { contact };
        return { minutes, startId: idOf(seed, `waiting ${shopId}`), language, topic, words, more, ...who };
      }),
    );
    const unknown = strangers.map(([minutes, language, topic, words], i) => ({
      ...{ minutes, startId: idOf(seed, `stranger ${i}`), language, topic, words, more: [] },
    }));
    for (const { minutes, more, ...beginning } of [...known, ...unknown].sort((a, b) => b.minutes - a.minutes)) {
      clock.set(now - minutes * MINUTE);
      const { id, visitor } = await this.chats.begin(beginning);
      ids.set(beginning.startId, id);
      for (const [i, text] of more.entries()) {
        clock.advance(8 * SECOND);
        const clientId = `${beginning.startId.slice(0, 28)}-${i + 2}`;
        await this.posting.post(visitor, { conversationId: id, clientId, text, kind: 'message' });
      }
    }
    return ids;
  }
}

/** Who answers in which language. */
function agents(people: People): Map<Language, StaffActor> {
  const names = { en: 'basil', de: 'greta', fr: 'colette', es: 'pilar' } as const;
  return new Map(languages.map((language) => [language, people(names[language])]));
}
