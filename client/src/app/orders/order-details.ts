import { httpResource } from '@angular/common/http';
import { Component, input } from '@angular/core';
import { Order } from '@candour/shared/orders.js';
import { as } from '../core/api';
import { MoneyPipe } from '../ui/money';
import { CreditPanel } from '../credit/credit-panel';
import { RefundsPanel } from '../refunds/refunds-panel';
import { ReturnsPanel } from '../returns/returns-panel';
import { TroubleNote } from '../ui/trouble-note';
import { OrderChanges } from './order-changes';
import { OrderJourney } from './order-journey';
import { OrderSums } from './order-sums';

/** Lines and sums of an order, small enough to stand in a panel. */
@Component({
  selector: 'cd-order-details',
  imports: [CreditPanel, MoneyPipe, OrderChanges, OrderJourney, OrderSums, RefundsPanel, ReturnsPanel, TroubleNote],
  template: `
    @if (order.hasValue()) {
      @let it = order.value();
      <ul>
        @for (line of it.lines; track line.id) {
          <li>
            <span class="figures quiet">{{ line.quantity }} ×</span>
            <span class="grow">{{ line.title }}</span>
            <span class="figures">{{ line.total | money }}</span>
          </li>
        }
      </ul>
      <cd-order-sums [order]="it" />
      <cd-order-journey [order]="it" />
      <cd-order-changes [order]="it" [conversationId]="conversationId()" />
      <cd-returns-panel [order]="it" [conversationId]="conversationId()" />
      <cd-refunds-panel [order]="it" [conversationId]="conversationId()" />
      <cd-credit-panel [order]="it" [conversationId]="conversationId()" />
      @if (it.address; as address) {
        <p class="small-type quiet address">{{ address }}</p>
      }
    } @else if (order.error(); as error) {
      <cd-trouble [of]="error" [retries]="true" (retry)="order.reload()" />
    } @else {
      <span class="skeleton" [style.height.px]="120"></span>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 8px;
      padding: 8px 0;
      border-top: var(--edge);
      font-size: 0.8125rem;
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      gap: 8px;
      padding: 2px 0;
    }
    .address {
      white-space: pre-line;
    }
  `,
})
export class OrderDetails {
  readonly id = input.required<string>();
  /** The conversation beside which it stands. */
  readonly conversationId = input<string>();
  protected readonly order = httpResource(() => `/api/orders/${this.id()}`, { parse: as(Order) });
}
