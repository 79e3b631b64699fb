import type { Currency } from '@candour/shared/money.js';
import { Entity } from 'typeorm';
import { instant, json, text } from '../core/database/columns.js';

/** A company that the shop sells from. Periods for its books follow its country, not the customer's. */
@Entity('selling_entities')
export class SellingEntityRow {
  /** ISO 3166-1 alpha-2. */
  @text({ primary: true }) country: string;
  /** Orders in these currencies are its own. */
  @json() currencies: Currency[];
  @instant() setAt: number;
}
