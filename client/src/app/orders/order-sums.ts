import { Component, computed, inject, input } from '@angular/core';
import type { Order } from '@candour/shared/orders.js';
import { Words } from '../core/words';
import { MoneyPipe } from '../ui/money';

/** How the total of an order is made up. */
@Component({
  selector: 'cd-order-sums',
  imports: [MoneyPipe],
  template: `
    <dl class="figures">
      @for (sum of sums(); track sum.word) {
        <dt>{{ t(sum.word) }}</dt>
        <dd>{{ sum.money | money }}</dd>
      }
      <dt class="total">{{ t('order.total') }}</dt>
      <dd class="total">{{ order().total | money }}</dd>
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: 2px 24px;
      margin: 0;
    }
    dt {
      color: var(--mat-sys-on-surface-variant);
    }
    dd {
      margin: 0;
      text-align: end;
    }
    .total {
      padding-top: 4px;
      border-top: var(--edge);
      color: var(--mat-sys-on-surface);
      font-weight: 600;
    }
  `,
})
export class OrderSums {
  readonly order = input.required<Order>();
  protected readonly t = inject(Words).t;
  protected readonly sums = computed(() => {
    const { subtotal, discount, shipping, tax, taxesIncluded } = this.order();
    const less = { ...discount, amount: -Math.abs(discount.amount) };
    return [
      { word: 'order.subtotal', money: subtotal },
      { word: 'order.discount', money: less },
      { word: 'order.shipping', money: shipping },
      { word: taxesIncluded ? 'order.taxIncluded' : 'order.tax', money: tax },
    ].filter(({ word, money }) => word === 'order.subtotal' || money.amount !== 0) as {
      word: 'order.subtotal' | 'order.discount' | 'order.shipping' | 'order.tax' | 'order.taxIncluded';
      money: Order['total'];
    }[];
  });
}
