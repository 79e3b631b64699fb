import { auditBench, type AuditBench } from '../audit/audit.testing.js';
import { Events } from '../core/events.js';
import type { OpenDatabase } from '../core/testing/engines.js';
import { CustomerParts } from './customer-parts.service.js';
import { CustomersService } from './customers.service.js';
import { KeyMoves } from './key-moves.js';

/** A desk that knows people, for specs. */
export interface CustomersBench extends AuditBench {
  readonly events: Events;
  readonly parts: CustomerParts;
  readonly customers: CustomersService;
  readonly keyMoves: KeyMoves;
}

export async function customersBench(open: OpenDatabase): Promise<CustomersBench> {
  const events = new Events();
  const bench = await auditBench((store) => open(store, events));
  const parts = new CustomerParts();
  const customers = new CustomersService(bench.database, bench.vault, bench.clock, parts, bench.trail);
  const keyMoves = new KeyMoves(bench.database, bench.vault, events);
  return { ...bench, events, parts, customers, keyMoves };
}
