import { Injectable } from '@nestjs/common';
import type { PaymentProvider } from './payment-provider.js';

/** A payment as far as choosing who gives it back goes. */
export interface PaidThrough {
  /** As the shop names it. */
  readonly provider: string;
  readonly reference: string | null;
}

/** Which provider gives back which payment. */
@Injectable()
export class ProvidersService {
  private readonly known = new Map<
    string,
    { readonly fits: (payment: PaidThrough) => boolean; readonly provider: PaymentProvider }
  >();

  /** The first that fits is asked; those that move real money register before the sandbox. */
  register(provider: PaymentProvider, fits: (payment: PaidThrough) => boolean): void {
    this.known.set(provider.name, { fits, provider });
  }

  /** Undefined where nobody here can give it back. */
  of(payment: PaidThrough): PaymentProvider | undefined {
    return [...this.known.values()].find(({ fits }) => fits(payment))?.provider;
  }

  named(name: string): PaymentProvider | undefined {
    return this.known.get(name)?.provider;
  }
}
