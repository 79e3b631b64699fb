import { createHmac } from 'node:crypto';
import type { Contact } from '@candour/shared/customers.js';
import { DAY, HOUR, MINUTE, SECOND } from '@candour/shared/instant.js';
import { languages, type Language, type Topic } from '@candour/shared/words.js';
import { Injectable } from '@nestjs/common';
import { system, type StaffActor, type VisitorActor } from '../core/access/actor.js';
import { ChatService } from '../conversations/chat.service.js';
import { HandlingService } from '../conversations/handling.service.js';
import type { ShopIdentity } from '../conversations/identity.service.js';
import { PostingService } from '../conversations/posting.service.js';
import { CustomersService } from '../customers/customers.service.js';
import { ImportsService } from '../orders/import/imports.service.js';
import { PolicyService } from '../policy/policy.service.js';
import { SellersService } from '../policy/sellers.service.js';
import { StaffService, type FirstSignIn } from '../staff/staff.service.js';
import { finishedTalks, strangers, waitingChats } from './chats.data.js';
import { demoOrderLines } from './demo-orders.js';
import type { HistoryClock } from './history-clock.js';
import { demoCustomers, demoSellers, demoStaff } from './people.data.js';

/** Finished talks over the past six months: as long as a talk with a stranger is kept (policy R35). */
const FINISHED = 96;
const MONTHS = 6;
/** How many of them are due in the coming hours, so that the next sweep has something to show. */
const DUE_SOON = 12;
const actor = system('demonstration');

/** What the chats of the demonstration are written with. */
@Injectable()
export class DemoChats {
  constructor(
    readonly chat: ChatService,
    readonly posting: PostingService,
    readonly handling: HandlingService,
    readonly policy: PolicyService,
  ) {}
}

interface Beginning {
  readonly id: string;
  readonly language: Language;
  readonly topic: Topic;
  readonly words: string;
  readonly contact?: Contact | undefined;
  readonly shop?: ShopIdentity | undefined;
}

/** Lets the demonstration's past happen, through the same services as everything else, under a clock that is set. */
@Injectable()
export class DemoLoader {
  constructor(
    private readonly staff: StaffService,
    private readonly customers: CustomersService,
    private readonly imports: ImportsService,
    private readonly chats: DemoChats,
    private readonly sellers: SellersService,
  ) {}

  /** Whether anybody works here already. */
  async deskIsEmpty(): Promise<boolean> {
    return (await this.staff.list(actor, { limit: 1 })).rows.length === 0;
  }

  /** Answers who can sign in, with passwords that nobody else ever learns. Safe to run again after a crash. */
  async load(seed: string, clock: HistoryClock, now: number): Promise<FirstSignIn[]> {
    const past = monthsBefore(now, MONTHS);
    clock.set(past);
    const admin = await this.staff.ensureFirstAdmin();
    const signIns = [...(admin ? [admin] : []), ...(await this.addStaff())];
    const agents = await this.agents();
    for (let i = 0; i < FINISHED; i++) {
      const first = i < DUE_SOON ? past + 30 * MINUTE + i * 20 * MINUTE : past + DAY;
      const share = i < DUE_SOON ? 0 : (i - DUE_SOON) / (FINISHED - DUE_SOON);
      clock.set(first + Math.floor(share * (now - past - 3 * DAY)));
      await this.finish(seed, i, agents, clock);
    }
    clock.set(now - HOUR);
    await this.sellers.set(actor, { sellers: [...demoSellers] });
    const ask = { format: 'generic-json', name: 'demonstration' } as const;
    const done = await this.imports.run(actor, ask, lines(demoOrderLines(now)));
    if (done.failed > 0 || done.status !== 'done') throw new Error('The demonstration’s orders could not be taken in.');
    await this.queue(seed, clock, now);
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

  /** Who answers in which language. */
  private async agents(): Promise<Map<Language, StaffActor>> {
    const { rows } = await this.staff.list(actor, { limit: 100 });
    return new Map(
      languages.flatMap((language) => {
        const member = rows.find(({ role, skills }) => role === 'agent' && skills.languages[0] === language);
        if (!member) return [];
        const { id, name, role, skills } = member;
        return [[language, { kind: 'staff', id, name, role, skills, sessionId: 'demonstration' }]];
      }),
    );
  }

  private async finish(
    seed: string,
    i: number,
    agents: ReadonlyMap<Language, StaffActor>,
    clock: HistoryClock,
  ): Promise<void> {
    const language = languages[i % languages.length] ?? 'en';
    const talks = finishedTalks[language];
    const [topic, words = '', ...rest] = talks[Math.floor(i / languages.length) % talks.length] ?? ['product'];
    const agent = agents.get(language);
    if (!agent) throw new Error(`Nobody answers in ${language}.`);
    const { id, head, visitor } = await this.begin({ id: idOf(seed, `finished ${i}`), language, topic, words });
    if (head > 2) return;
    clock.advance(40 * SECOND);
    await this.chats.handling.take(agent, id);
    for (const [turn, text] of rest.entries()) {
      clock.advance((50 + ((i * 7 + turn * 31) % 90)) * SECOND);
      const clientId = idOf(seed, `finished ${i} turn ${turn}`);
      const by = turn % 2 === 0 ? agent : visitor;
      await this.chats.posting.post(by, { conversationId: id, clientId, text, kind: 'message' });
    }
    clock.advance(2 * MINUTE);
    await this.chats.handling.resolve(agent, id);
  }

  /** Those who wait now, longest first. */
  private async queue(seed: string, clock: HistoryClock, now: number): Promise<void> {
    const known = await Promise.all(
      waitingChats.map(async ({ customer: shopId, minutes, by, talk: [topic, words = ''] }) => {
        const customer = demoCustomers.find(({ id }) => id === shopId);
        if (!customer) throw new Error(`No demonstration customer ${shopId}.`);
        const { name, email, language } = customer;
        const contact = { name, email };
        const [customerId] = await this.customers.findByEmail(email);
        const who = by === 'shop' ? { shop: { customerId, contact } } : { contact };
        return { minutes, id: idOf(seed, `waiting ${shopId}`), language, topic, words, ...who };
      }),
    );
    const unknown = strangers.map(([minutes, language, topic, words], i) => ({
      ...{ minutes, id: idOf(seed, `stranger ${i}`), language, topic, words },
    }));
    for (const { minutes, ...beginning } of [...known, ...unknown].sort((a, b) => b.minutes - a.minutes)) {
      clock.set(now - minutes * MINUTE);
      await this.begin(beginning);
    }
  }

  private async begin({ id, language, topic, words, contact, shop }: Beginning): Promise<{
    id: string;
    head: number;
    visitor: VisitorActor;
  }> {
    const policyVersion = this.chats.policy.current().id;
    const message = { clientId: `${id.slice(0, 30)}-1`, text: words };
    const ask = { startId: id, topic, language, policyVersion, message, ...(contact ? { contact } : {}) };
    const { started, visitor } = await this.chats.chat.start(ask, undefined, shop);
    return { id: started.conversation.id, head: started.conversation.head, visitor };
  }
}

function monthsBefore(now: number, months: number): number {
  const date = new Date(now);
  return date.setUTCMonth(date.getUTCMonth() - months);
}

/** An id that nobody guesses and that the same data folder always makes again. */
const idOf = (seed: string, what: string): string => createHmac('sha256', seed).update(what).digest('base64url');

async function* lines(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}
