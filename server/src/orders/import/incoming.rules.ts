import type { ImportFault } from '@candour/shared/imports.js';
import type { Currency } from '@candour/shared/money.js';
import type {
  FulfilmentStatus,
  LineAllocation,
  LineTax,
  OrderSource,
  PaymentStatus,
  Promotion,
} from '@candour/shared/orders.js';
import type { PaymentMethod } from '@candour/shared/payments.js';
import type { ShipmentKind, ShipmentState } from '@candour/shared/shipments.js';
import { languages, type Language } from '@candour/shared/words.js';
import type * as z from 'zod';
import { inspect, maskText } from '../../core/guard/guard.rules.js';

/** What every format is mapped to. Amounts are integer minor units of `currency`, instants milliseconds UTC. */
export interface IncomingOrder {
  readonly source: OrderSource;
  readonly externalId: string;
  readonly number: string;
  readonly updatedAt: number;
  readonly placedAt: number;
  readonly deliveredAt?: number | undefined;
  /** When it was fulfilled or canceled, where that is known. */
  readonly endedAt?: number | undefined;
  readonly currency: Currency;
  readonly taxesIncluded: boolean;
  readonly subtotal: number;
  readonly discount: number;
  readonly shipping: number;
  readonly tax: number;
  readonly total: number;
  readonly paymentStatus: PaymentStatus;
  readonly fulfilmentStatus: FulfilmentStatus;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly address?: string | undefined;
  readonly note?: string | undefined;
  /** ISO 3166-1 alpha-2, in capitals. */
  readonly country?: string | undefined;
  readonly language: Language;
  readonly lines: readonly IncomingLine[];
  /** Where the source does not tell them, one is made of what was paid. */
  readonly payments?: readonly IncomingPayment[] | undefined;
  readonly shipments?: readonly IncomingShipment[] | undefined;
  readonly promotions?: readonly Promotion[] | undefined;
}

export interface IncomingPayment {
  readonly provider: string;
  readonly reference?: string | undefined;
  readonly method: PaymentMethod;
  readonly brand?: string | undefined;
  readonly last4?: string | undefined;
  readonly captured: number;
  /** Given back by the shop, without what this desk had it note. */
  readonly refundedOutside: number;
}

export interface IncomingShipment {
  readonly externalId?: string | undefined;
  readonly kind: ShipmentKind;
  readonly carrier?: string | undefined;
  readonly tracking?: string | undefined;
  readonly state: ShipmentState;
  /** By the place of the line in the order. */
  readonly lines: readonly { readonly position: number; readonly quantity: number }[];
  readonly appointmentFrom?: number | undefined;
  readonly appointmentUntil?: number | undefined;
  readonly shippedAt?: number | undefined;
  readonly deliveredAt?: number | undefined;
}

export interface IncomingLine {
  readonly externalId?: string | undefined;
  readonly sku?: string | undefined;
  readonly title: string;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly discount: number;
  readonly tax: number;
  /** After discounts. */
  readonly total: number;
  readonly allocations?: readonly LineAllocation[] | undefined;
  readonly taxLines?: readonly LineTax[] | undefined;
  readonly finalSale?: boolean | undefined;
  readonly madeToOrder?: boolean | undefined;
  readonly assembled?: boolean | undefined;
}

export type Fault = Omit<ImportFault, 'line'>;
export type Mapped = { readonly order: IncomingOrder } | { readonly faults: readonly Fault[] };

export const isFaulty = (mapped: Mapped): mapped is Extract<Mapped, { faults: unknown }> => 'faults' in mapped;

/** Faults of one record that are told; the first ones explain the rest. */
const TOLD = 3;

/** What looks like the name of a field may be told; a key of a damaged file may be anything of a person's. */
const isFieldName = (name: string): boolean => /^[a-z][a-z_]{0,39}$/i.test(name);

/** A coded reason and where, never the value. Reasons of our own schemas are their messages. */
export function faultsOf(error: Pick<z.ZodError, 'issues'>): Fault[] {
  return error.issues.slice(0, TOLD).map((issue) => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys.filter(isFieldName).slice(0, 1) : [];
    const path = [...issue.path, ...unknown].map(String);
    const own = /^[a-z]+(?:-[a-z]+)+$/.test(issue.message) ? issue.message : undefined;
    const reason = own ?? (issue.code === 'unrecognized_keys' ? 'unknown-field' : issue.code.replaceAll('_', '-'));
    return { reason, ...(path.length > 0 ? { path: path.join('.').slice(0, 120) } : {}) };
  });
}

const byCountry: Readonly<Record<string, Language>> = { DE: 'de', AT: 'de', CH: 'de', FR: 'fr', ES: 'es', MX: 'es' };

/** The customer's language by the shop's locale, else by the country. */
export function languageOf(locale: string | null | undefined, country: string | undefined): Language {
  const spoken = locale?.slice(0, 2).toLowerCase();
  return languages.find((language) => language === spoken) ?? byCountry[country ?? ''] ?? 'en';
}

/** What customers type into a shop's free fields may hold what must not be stored (policy X3). */
export function maskedText(text: string | null | undefined): string | undefined {
  const written = text?.trim();
  return written ? maskText(written, inspect(written).spans).text : undefined;
}

/** Of the file itself, which whoever exported it named: what reads like somebody's address is not kept. */
export const fileNameOf = (name: string): string => (maskedText(name) ?? 'upload').replace(/[^\s@]+@[^\s@]+/g, '█████');

/** What customers are told apart by is no such thing once digits are hidden in it: it goes. */
function unmasked(text: string | undefined): string | undefined {
  return text !== undefined && inspect(text).spans.length === 0 ? text : undefined;
}

/** A postal address as it is written on a letter. */
export function addressOf(lines: readonly (string | null | undefined)[]): string | undefined {
  return maskedText(lines.flatMap((line) => line?.trim() || []).join('\n'));
}

export const present = (text: string | null | undefined): string | undefined => text?.trim() || undefined;

const DAY = 86_400_000;

/** What holds for an order of any format. `now` in milliseconds UTC. */
export function checked(order: IncomingOrder, now: number): Mapped {
  const faults: Fault[] = [];
  for (const path of ['placedAt', 'updatedAt', 'deliveredAt'] as const) {
    // A shop in another time zone, or with a clock that is a little ahead, is no fault.
    if ((order[path] ?? 0) > now + DAY) faults.push({ reason: 'date-in-future', path });
  }
  if (order.lines.length === 0) faults.push({ reason: 'lines-missing', path: 'lines' });
  return faults.length > 0 ? { faults } : { order: masked(legible(order)) };
}

/** Nearly every order is: then it is not made anew. */
function isLegible(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (typeof value !== 'object' || value === null) return true;
  for (const part of Object.values(value)) if (!isLegible(part)) return false;
  return true;
}

/**
 * A shop may cut a title in the middle of a sign. What no store can hold (see `readable.ts`) is left out of the texts of
 * the mirror, for one such text is no reason to take no order at all.
 */
function legible<T>(value: T): T {
  if (isLegible(value)) return value;
  if (typeof value === 'string') return value.replace(/\0/g, '').toWellFormed() as T;
  if (Array.isArray(value)) return value.map(legible) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, legible(part)])) as T;
}

/** In the fields that people fill in; address and note are masked as they are put together. Numbers stay as given. */
function masked(order: IncomingOrder): IncomingOrder {
  return {
    ...order,
    name: maskedText(order.name),
    email: unmasked(order.email),
    phone: unmasked(order.phone),
    lines: order.lines.map((line) => ({ ...line, title: maskedText(line.title) ?? line.title })),
  };
}
