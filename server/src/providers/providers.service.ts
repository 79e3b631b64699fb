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

  /** The first that fits is asked; the simulated one comes last, whoever registered first. */
  register(provider: PaymentProvider, fits: (payment: PaidThrough) => boolean): void {
    this.known.set(provider.name, { fits, provider });
  }

  /** Undefined where nobody here can give it back. */
  of(payment: PaidThrough): PaymentProvider | undefined {
    const fitting = [...this.known.values()].filter(({ fits }) => fits(payment)).map(({ provider }) => provider);
    return fitting.find(({ name }) => name !== 'sandbox') ?? fitting[0];
  }

  named(name: string): PaymentProvider | undefined {
    return this.known.get(name)?.provider;
  }
}
