import { Injectable } from '@nestjs/common';
import type { Deed } from '@candour/shared/deeds.js';
import type { StaffActor, VisitorActor } from '../core/access/actor.js';
import { AttachmentsService } from '../attachments/attachments.service.js';
import { HandlingService } from '../conversations/handling.service.js';
import { PostingService } from '../conversations/posting.service.js';
import { StartingService } from '../conversations/starting.service.js';
import { PolicyService } from '../policy/policy.service.js';
import { DeedsService } from '../tickets/deeds.service.js';
import { idOf, uuidOf } from './demo-ids.js';
import { demoCustomers, type DemoCustomer } from './people.data.js';
import type { DemoTicket } from './desk.data.js';

/** A conversation of the demonstration, with whoever began it. */
export interface Begun {
  readonly id: string;
  readonly visitor: VisitorActor;
  /** From which the ids of what is said in it are made. */
  readonly startId: string;
  /** Number of its newest entry. */
  readonly head: number;
}

/** What happens in a ticket of the demonstration. Each step answers what it did before, where it is done again. */
@Injectable()
export class DemoTickets {
  constructor(
    private readonly starting: StartingService,
    private readonly policy: PolicyService,
    private readonly handling: HandlingService,
    private readonly posting: PostingService,
    private readonly deeds: DeedsService,
    private readonly attachments: AttachmentsService,
  ) {}

  /** By e-mail, from the same browser as the `follows` one where that is given. */
  async begin(
    seed: string,
    { what, customer, topic, words }: Omit<DemoTicket, 'ago'>,
    follows?: Begun,
  ): Promise<Begun> {
    const { name, email, language } = demoCustomer(customer);
    const startId = idOf(seed, `ticket ${what}`);
    const visitorId = follows?.visitor.visitorId ?? uuidOf(seed, `visitor ${what}`);
    const message = { clientId: clientId(startId, 1), text: words };
    const ask = {
      startId,
      topic,
      language,
      policyVersion: this.policy.current().id,
      contact: { name, email },
      message,
    };
    const { id, head } = await this.starting.start(ask, { visitorId, channel: 'email', shop: undefined });
    return { id, startId, head, visitor: { kind: 'visitor', visitorId } };
  }

  /** One that began elsewhere. */
  async known(startId: string): Promise<Begun | undefined> {
    const record = await this.starting.begun(startId);
    if (!record) return undefined;
    const { id, head, visitorId } = record;
    return { id, startId, head, visitor: { kind: 'visitor', visitorId } };
  }

  async take(staff: StaffActor, { id }: Begun): Promise<void> {
    await this.handling.take(staff, id);
  }

  /** @param turn its place in the talk, from 2 */
  async say(by: StaffActor | VisitorActor, { id, startId }: Begun, turn: number, text: string): Promise<void> {
    await this.posting.post(by, {
      ...{ conversationId: id, clientId: clientId(startId, turn), text, kind: 'message' },
    });
  }

  async does(staff: StaffActor, { id }: Begun, deed: Deed): Promise<void> {
    await this.deeds.one(staff, id, deed);
  }

  /** Files in one message of the customer. */
  async show(
    { id, startId, visitor }: Begun,
    turn: number,
    text: string,
    files: readonly { readonly name: string; readonly content: Buffer }[],
  ): Promise<void> {
    const attachments: string[] = [];
    for (const { name, content } of files) {
      attachments.push((await this.attachments.upload(visitor, id, name, whole(content))).id);
    }
    const message = { conversationId: id, clientId: clientId(startId, turn), text, kind: 'message' } as const;
    await this.attachments.send(visitor, { ...message, attachments });
  }
}

export const clientId = (startId: string, turn: number): string => `${startId.slice(0, 28)}-${turn}`;

export function demoCustomer(id: string): DemoCustomer {
  const customer = demoCustomers.find((one) => one.id === id);
  if (!customer) throw new Error(`No demonstration customer ${id}.`);
  return customer;
}

async function* whole(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}
