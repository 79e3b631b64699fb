import { currencies, type Currency } from '@candour/shared/money.js';
import type { Sellers, SellingEntity, SetSellers } from '@candour/shared/policy.js';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit.service.js';
import { requireAccess } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database } from '../core/database/database.js';
import { sellerCountries } from './periods.rules.js';
import { PolicyService } from './policy.service.js';
import { SellingEntityRow } from './selling-entity.entity.js';

/**
 * Which companies the shop sells from. Books are kept as long as the seller's country asks; where it is not known,
 * they are never removed by themselves.
 */
@Injectable()
export class SellersService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(PolicyService) private readonly policy: PolicyService,
  ) {}

  async list(actor: Actor): Promise<Sellers> {
    requireAccess(actor, 'retention.preview', 'house');
    return this.view(await this.database.read(sellersIn));
  }

  /** Sets all of them at once, in the audit with a digest of what was set. */
  async set(actor: Actor, { sellers }: SetSellers): Promise<Sellers> {
    requireAccess(actor, 'policy.sellers', 'house');
    await this.database.write(async (tx) => {
      const setAt = this.clock.now();
      const before = await sellersIn(tx.em);
      await tx.em.createQueryBuilder().delete().from(SellingEntityRow).execute();
      if (sellers.length > 0) {
        await tx.em.insert(
          SellingEntityRow,
          sellers.map((seller) => ({ ...seller, setAt })),
        );
      }
      const digest = this.audit.digest({ before, after: sellers });
      await this.audit.record(tx, { actor, verb: 'policy.sellers-set', about: [], digest });
    });
    return this.list(actor);
  }

  private view(sellers: readonly SellingEntity[]): Sellers {
    const had = new Set(sellers.flatMap((seller) => seller.currencies));
    return {
      sellers: [...sellers],
      unset: currencies.filter((currency) => !had.has(currency)),
      countries: sellerCountries(this.policy.pack()),
    };
  }

  /** The seller's country of each currency, as the reader's unit sees it; absent where no seller has it. */
  async countries(em: EntityManager): Promise<Map<Currency, string>> {
    const sellers = await sellersIn(em);
    return new Map(sellers.flatMap(({ country, ...has }) => has.currencies.map((currency) => [currency, country])));
  }
}

async function sellersIn(em: EntityManager): Promise<SellingEntity[]> {
  const rows = await em.find(SellingEntityRow, { order: { country: 'ASC' } });
  return rows.map(({ country, currencies: theirs }) => ({ country, currencies: theirs }));
}
