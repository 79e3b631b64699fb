import { MINUTE } from '@candour/shared/instant.js';
import type { Purpose } from '@candour/shared/policy.js';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database } from '../core/database/database.js';
import { Vault } from '../core/vault/vault.js';
import { AuditTrail } from './audit.service.js';
import { actorText, type About, type AuditEvent } from './leaf.js';
import type { Verb } from './verbs.js';

/** Looking again so soon at the same is the same look: a screen that is drawn anew writes no second leaf. */
const SAME_LOOK = 10 * MINUTE;
/** Looks remembered at most; beyond, the oldest are forgotten, and looking again writes one leaf more. */
const MOST = 10_000;

/** What was searched for, as a leaf's digest holds it: only the desk can make that. */
export type Asked = string & { readonly asked: true };

/** A reading of personal data (policy R8). */
export interface Reading {
  readonly actor: Actor;
  readonly verb: Extract<
    Verb,
    `${string}.read` | 'order.searched' | 'customer.searched' | 'conversation.searched' | 'retention.previewed'
  >;
  readonly purpose: Purpose;
  /** The records opened, by their ids. */
  readonly about?: readonly About[];
  /** Whose they are, where it is one customer. */
  readonly customerId?: string;
  /** Of a list: the rows shown. The leaf says how many, and its digest which. */
  readonly rows?: readonly string[];
  /** Of a search. */
  readonly query?: Asked;
}

/** Notes who read personal data, and what for. One leaf for a list, whatever its length. */
@Injectable()
export class AccessTrail {
  private readonly looks = new Map<string, number>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(AuditTrail) private readonly trail: AuditTrail,
  ) {}

  asked(query: string): Asked {
    return this.vault.blindIndex('read-query', query.trim()) as Asked;
  }

  /** Awaited before the answer goes out: what cannot be noted is not shown. Visitors read only what is theirs. */
  async note(reading: Reading): Promise<void> {
    if (reading.actor.kind === 'visitor') return;
    const event = this.eventOf(reading);
    const look = JSON.stringify([
      actorText(event.actor),
      event.verb,
      event.about,
      event.digest && Buffer.from(event.digest).toString('base64url'),
    ]);
    const now = this.clock.now();
    if ((this.looks.get(look) ?? -Infinity) + SAME_LOOK > now) return;
    const { customerId } = reading;
    const subject = customerId === undefined ? undefined : await this.trail.subject(customerId);
    await this.database.writeOne((tx) => this.trail.record(tx, { ...event, subject }));
    this.remember(look, now);
  }

  private eventOf({ actor, verb, purpose, about = [], rows, query }: Reading): AuditEvent {
    const listed = rows === undefined ? [] : [{ type: 'rows', id: String(rows.length) } as const];
    return {
      actor,
      verb,
      about: [...about, ...listed, { type: 'purpose', id: purpose }],
      digest:
        rows === undefined && query === undefined
          ? undefined
          : this.trail.digest({
              ...(rows === undefined ? {} : { rows }),
              ...(query === undefined ? {} : { query }),
            }),
    };
  }

  private remember(look: string, at: number): void {
    this.looks.delete(look);
    this.looks.set(look, at);
    if (this.looks.size > MOST) for (const oldest of this.looks.keys()) return void this.looks.delete(oldest);
  }
}
