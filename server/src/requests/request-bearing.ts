import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import type { Actor } from '../core/access/actor.js';
import { Database } from '../core/database/database.js';
import { BearingsService, type Bearing } from '../conversations/bearings.service.js';
import type { Facts, MatterFact } from '../policy/facts.rules.js';
import { LinkKindsService, type LinkKindSource } from '../tickets/link-kinds.service.js';
import { PrivacyRequestRow } from './requests.entity.js';
import { RequestsService } from './requests.service.js';

/** Of a complaint the policy speaks by its name (R36); every other type is a request. */
const matterOf = ({ type, receivedAt }: PrivacyRequestRow): MatterFact => ({
  kind: type === 'complaint' ? 'complaint' : 'request',
  since: receivedAt,
});

/**
 * A request that is not closed keeps the conversation it was made in (policy R36): what was asked, and when, must be
 * shown until it is answered. And tickets are linked to requests by their number.
 */
@Injectable()
export class RequestBearing implements Bearing, LinkKindSource, OnModuleInit {
  readonly kind = 'request';

  constructor(
    private readonly database: Database,
    private readonly bearings: BearingsService,
    private readonly kinds: LinkKindsService,
    private readonly requests: RequestsService,
  ) {}

  onModuleInit(): void {
    this.bearings.register(this);
    this.kinds.register(this);
  }

  async facts(em: EntityManager, conversationIds: readonly string[]): Promise<ReadonlyMap<string, Facts>> {
    const open = await em.findBy(PrivacyRequestRow, { conversationId: In([...conversationIds]), anchorAt: IsNull() });
    const byConversation = Map.groupBy(open, ({ conversationId }) => conversationId ?? '');
    return new Map(
      [...byConversation].map(([id, rows]) => [id, { matters: rows.map(matterOf), training: { matter: 'privacy' } }]),
    );
  }

  /** Its rows are told by the enclosures. */
  removed(): Promise<void> {
    return Promise.resolve();
  }

  async labels(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.read((em) => em.findBy(PrivacyRequestRow, { id: In([...ids]) }));
    return new Map(rows.map(({ id, number }) => [id, `#${number}`]));
  }

  async numbered(number: number): Promise<string | undefined> {
    return (await this.database.read((em) => em.findOneBy(PrivacyRequestRow, { number })))?.id;
  }

  requireReadable(actor: Actor, id: string): Promise<void> {
    return this.requests.requireReadable(actor, id);
  }
}
