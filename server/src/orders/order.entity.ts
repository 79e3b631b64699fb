import type { Currency } from '@candour/shared/money.js';
import type {
  FulfilmentStatus,
  LineAllocation,
  LineTax,
  OrderSource,
  PaymentStatus,
  Promotion,
} from '@candour/shared/orders.js';
import { Entity, Index } from 'typeorm';
import {
  amount,
  blind,
  bytes,
  flag,
  id,
  idRef,
  instant,
  integer,
  json,
  sealed,
  text,
} from '../core/database/columns.js';
import { WithEvidence } from '../policy/evidence.js';

/**
 * The mirror of a shop's order: what the books must keep. All amounts are in integer minor units of `currency`.
 * An anonymised order has no customer and no number any more, its `externalId` is a keyed mark, its instants are days.
 */
@Entity('orders')
@Index(['shop', 'externalId'], { unique: true })
@Index(['numberKey'])
@Index(['customerId', 'placedAt'])
@Index(['placedAt', 'id'])
@Index(['retentionClass', 'anchorAt', 'id'])
export class OrderRecord extends WithEvidence {
  @id() id: string;
  @text() shop: OrderSource;
  /** The shop's own id of it; of an anonymised order what `anonymisedId` makes of it. */
  @text() externalId: string;
  /** As the shop writes it, such as `#1001`. */
  @text() number: string;
  /** For look-ups: `#1001` and `1001` are the same. */
  @text() numberKey: string;
  @idRef({ nullable: true }) customerId: string | null;
  /** What the shop last changed; older reports of the same order are ignored. */
  @instant() sourceUpdatedAt: number;
  /** Keyed digest of all that was taken in: the same content changes nothing. */
  @bytes() content: Buffer;
  @text() currency: Currency;
  /** Before discounts. */
  @amount() subtotal: number;
  @amount() discount: number;
  @amount() shipping: number;
  @amount() tax: number;
  @amount() total: number;
  /** Whether the amounts but `tax` contain the tax. */
  @flag() taxesIncluded: boolean;
  @text() paymentStatus: PaymentStatus;
  @text() fulfilmentStatus: FulfilmentStatus;
  @instant() placedAt: number;
  @instant({ nullable: true }) deliveredAt: number | null;
  /** When it was fulfilled or canceled, where that is known and its delivery is not told. */
  @instant({ nullable: true }) endedAt: number | null;
  /** Country it goes to (ISO 3166-1 alpha-2): rights follow the residence. */
  @text({ nullable: true }) country: string | null;
  /** Title of the first line. */
  @text() title: string;
  @integer() lineCount: number;
  /** Codes that took something off, as the shop wrote them. */
  @json() promotions: readonly Promotion[];
  /** Name and postal address, as on the invoice. */
  @sealed({ nullable: true }) name: Buffer | null;
  @sealed({ nullable: true }) address: Buffer | null;
  /** Key of the customer's `bookkeeping` family; null where nothing is sealed. */
  @idRef({ nullable: true }) keyId: string | null;
}

/** What of an order no book needs: goes earlier than the order itself. Its id is the order's. */
@Entity('order_extras')
@Index(['emailIndex'])
@Index(['phoneIndex'])
@Index(['customerId'])
@Index(['retentionClass', 'anchorAt', 'id'])
export class OrderExtras extends WithEvidence {
  @id() id: string;
  @idRef() customerId: string;
  @sealed({ nullable: true }) email: Buffer | null;
  @sealed({ nullable: true }) phone: Buffer | null;
  @sealed({ nullable: true }) note: Buffer | null;
  /** The order as the shop gave it, without tokens and payment details, masked. */
  @sealed() raw: Buffer;
  @blind({ nullable: true }) emailIndex: string | null;
  @blind({ nullable: true }) phoneIndex: string | null;
  /** Key of the customer's `order` family. */
  @idRef() keyId: string;
}

/** One line of an order; goes with it. */
@Entity('order_lines')
@Index(['orderId', 'position'], { unique: true })
export class OrderLineRecord {
  @id() id: string;
  @idRef() orderId: string;
  /** From 0, in the order of the invoice. */
  @integer() position: number;
  /** The shop's own id of the line: returns and refunds name it. */
  @text({ nullable: true }) externalId: string | null;
  @text({ nullable: true }) sku: string | null;
  @text() title: string;
  @integer() quantity: number;
  @amount() unitPrice: number;
  @amount() discount: number;
  @amount() tax: number;
  @amount() total: number;
  /** How the discounts and the tax of this line came about, frozen: nothing is ever shared out anew. */
  @json() allocations: readonly LineAllocation[];
  @json() taxLines: readonly LineTax[];
  /** Sold as final; made for this customer; put together at their home: what each means for a return, the policy says. */
  @flag() finalSale: boolean;
  @flag() madeToOrder: boolean;
  @flag() assembled: boolean;
}
