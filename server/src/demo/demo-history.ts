import { DAY, HOUR, MINUTE, SECOND } from '@candour/shared/instant.js';
import { languages, type Language } from '@candour/shared/words.js';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../core/access/actor.js';
import { BesideService } from '../conversations/beside.service.js';
import { HandlingService } from '../conversations/handling.service.js';
import type { ShopIdentity } from '../conversations/identity.service.js';
import { PostingService } from '../conversations/posting.service.js';
import { CustomersService } from '../customers/customers.service.js';
import { OrdersService } from '../orders/orders.service.js';
import { backgroundCustomers } from './background.data.js';
import { finishedTalks } from './chats.data.js';
import { DemoChats } from './demo-chats.js';
import { idOf } from './demo-ids.js';
import type { HistoryClock, Moment } from './history-clock.js';

const FINISHED = 600;
/** Five quarters. */
export const MONTHS = 15;
/** As long as a talk with a stranger is kept (policy R35). */
const STRANGER_MONTHS = 6;
/** A talk about an order outlives the twelve months of one about none; earlier ones are linked to theirs. */
const UNLINKED_MONTHS = 11;
/** How many are due in the next nightly sweep. */
const DUE = 12;
/** Talks that overlap: the desk is busy at times, and what happens together is committed together. */
const TOGETHER = 12;
/** Of those, how many begin at the same time. */
const AT_ONCE = 4;

interface Known {
  readonly shop: ShopIdentity;
  readonly orderId: string;
}
interface Story {
  readonly i: number;
  readonly at: number;
}

/** The finished talks of five quarters. */
@Injectable()
export class DemoHistory {
  constructor(
    private readonly chats: DemoChats,
    private readonly posting: PostingService,
    private readonly handling: HandlingService,
    private readonly beside: BesideService,
    private readonly customers: CustomersService,
    private readonly orders: OrdersService,
  ) {}

  /** Safe to run again after a crash: every step answers what it did before. */
  async happen(
    seed: string,
    agents: ReadonlyMap<Language, StaffActor>,
    clock: HistoryClock,
    now: number,
    moments: readonly Moment[],
  ): Promise<void> {
    const known = await this.known();
    const limits = {
      stranger: monthsBefore(now, STRANGER_MONTHS) + 5 * DAY,
      unlinked: monthsBefore(now, UNLINKED_MONTHS),
    };
    const beside = moments.toSorted((a, b) => a.at - b.at);
    const until = async (instant: number): Promise<void> => {
      for (let next = beside[0]; next && next.at <= instant; next = beside[0]) {
        clock.set(Math.max(next.at, clock.now()));
        await next.happen();
        beside.shift();
      }
    };
    for (const group of groups(now)) {
      await until(group[0]?.at ?? now);
      const lanes = group.map(({ i, at }) => {
        const language = languages[i % languages.length] ?? 'en';
        const agent = agents.get(language);
        if (!agent) throw new Error(`Nobody answers in ${language}.`);
        const mayBeStranger = i < DUE || (at > limits.stranger && i % 5 < 3);
        const people = known.get(language) ?? [];
        const customer = mayBeStranger ? undefined : people[Math.floor(i / languages.length) % people.length];
        return this.talk(idOf(seed, `finished ${i}`), { i, language, agent, customer, linked: at < limits.unlinked });
      });
      clock.set(Math.max(group[0]?.at ?? now, clock.now()));
      for (let open = lanes.length, tick = 1; open > 0; tick++) {
        const moves = await Promise.all(lanes.slice(0, tick * AT_ONCE).map((lane) => lane.next()));
        open = lanes.length - moves.filter(({ done }) => done).length;
        clock.advance((35 + ((tick * 17) % 50)) * SECOND);
      }
    }
    await until(now);
  }

  /** One talk, a move at a time. */
  private async *talk(
    startId: string,
    about: { i: number; language: Language; agent: StaffActor; customer: Known | undefined; linked: boolean },
  ): AsyncGenerator<void> {
    const { i, language, agent, customer } = about;
    const talks = finishedTalks[language];
    const [topic, words = '', ...rest] = talks[Math.floor(i / languages.length) % talks.length] ?? ['product'];
    const { id, ended, visitor } = await this.chats.begin({ startId, language, topic, words, shop: customer?.shop });
    if (ended) return;
    yield;
    await this.handling.take(agent, id);
    yield;
    for (const [turn, text] of rest.entries()) {
      const by = turn % 2 === 0 ? agent : visitor;
      await this.posting.post(by, {
        conversationId: id,
        clientId: `${startId.slice(0, 28)}-${turn + 2}`,
        text,
        kind: 'message',
      });
      yield;
    }
    if (customer && about.linked) await this.beside.link(agent, id, { orderId: customer.orderId });
    await this.handling.resolve(agent, id);
    yield;
    // A rating of the months before would be due for its own sweep, among the twelve that are shown.
    if (!about.linked) await this.chats.care.rate(visitor, id, language, i);
  }

  private async known(): Promise<Map<Language, readonly Known[]>> {
    const found = new Map<Language, readonly Known[]>();
    for (const language of languages) {
      const people = backgroundCustomers[language].map(async ({ name, email }) => {
        const [customerId] = await this.customers.findByEmail(email);
        const [match] = customerId === undefined ? [] : await this.orders.matches({ customerId });
        if (!match) throw new Error(`${name} has no order.`);
        return { shop: { customerId, contact: { name, email } }, orderId: match.order.id };
      });
      found.set(language, await Promise.all(people));
    }
    return found;
  }
}

/** Talks that overlap, the earliest group first: twelve that the next sweep takes, the others spread evenly. */
function groups(now: number): readonly (readonly Story[])[] {
  const begin = monthsBefore(now, MONTHS);
  const sweep = Math.floor((now - 3 * HOUR) / DAY) * DAY + DAY + 3 * HOUR;
  const due = monthsBefore(sweep, STRANGER_MONTHS) - 3 * HOUR;
  const span = now - 2 * DAY - begin;
  const all: Story[][] = [];
  for (let i = 0; i < FINISHED; i += TOGETHER) {
    const share = (i - DUE) / (FINISHED - DUE);
    // In working hours, and not at the same minute of every day.
    const day = Math.floor((begin + share * span) / DAY) * DAY;
    const at = i < DUE ? due + i * 5 * MINUTE : day + 8 * HOUR + ((i * 37) % 540) * MINUTE;
    all.push(Array.from({ length: Math.min(TOGETHER, FINISHED - i) }, (_, k) => ({ i: i + k, at })));
  }
  return all.sort(([a], [b]) => (a?.at ?? 0) - (b?.at ?? 0));
}

/** The same day of an earlier month, or its last one where it has no such day. */
export function monthsBefore(now: number, months: number): number {
  const date = new Date(now);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() - months);
  return date.getUTCDate() === day ? date.getTime() : date.setUTCDate(0);
}
