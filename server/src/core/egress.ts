import { Injectable } from '@nestjs/common';
import { Refused } from '@candour/shared/errors.js';
import type { Category, Purpose } from '@candour/shared/policy.js';

/** The recipients that the published policy names (policy R28); 6: by consent, at collection, or anonymised. */
export const recipientCategories = {
  1: 'Kwoking family',
  2: 'product delivery',
  3: 'professional providers',
  4: 'companies approved by the customer',
  5: 'government and law enforcement',
  6: 'consent, disclosed at collection, or anonymised',
} as const;
export type RecipientCategory = keyof typeof recipientCategories;

/** Whom the desk may call, what for, and with which data. */
export interface Recipient {
  readonly name: string;
  readonly category: RecipientCategory;
  /** Host and port, as in an address. */
  readonly host: string;
  readonly purposes: readonly Purpose[];
  readonly data: readonly Category[];
}

export interface EgressAsk {
  readonly recipient: string;
  readonly host: string;
  readonly purpose: Purpose;
  readonly data: readonly Category[];
}

/**
 * What every call that leaves the house passes. Denied by default: a recipient, a purpose or a category that nobody
 * has allowed does not go (policy R28, R32).
 */
@Injectable()
export class EgressGate {
  private readonly recipients = new Map<string, Recipient>();

  /** @throws Error for a name that stands for another recipient already. */
  allow(recipient: Recipient): void {
    const known = this.recipients.get(recipient.name);
    if (known && known.host !== recipient.host) throw new Error(`Two recipients are called ${recipient.name}.`);
    this.recipients.set(recipient.name, recipient);
  }

  /** @throws Refused `egress-denied`, with the recipient's name. */
  require({ recipient, host, purpose, data }: EgressAsk): Recipient {
    const known = this.recipients.get(recipient);
    const allowed =
      known?.host === host &&
      known.purposes.includes(purpose) &&
      data.every((category) => known.data.includes(category));
    if (!known || !allowed) throw new Refused('egress-denied', { recipient });
    return known;
  }
}
