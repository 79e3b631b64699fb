import { Component, inject, input } from '@angular/core';
import type { Order } from '@candour/shared/orders.js';
import { Dates } from '../core/dates';
import { Words } from '../core/words';
import { MoneyPipe } from '../ui/money';

/** What came after an order was placed: how it was paid, what is under way, which codes were used. */
@Component({
  selector: 'cd-order-journey',
  imports: [MoneyPipe],
  template: `
    @let it = order();
    <ul>
      @for (payment of it.payments; track payment.id) {
        <li class="row wrap">
          <span>{{ words.of('paymentMethod', payment.method) }}</span>
          @if (payment.last4; as last4) {
            <span class="quiet figures">{{ payment.brand }} •••• {{ last4 }}</span>
          }
          <span class="figures end">{{ payment.captured | money }}</span>
        </li>
      }
      @for (shipment of it.shipments; track shipment.id) {
        <li class="row wrap">
          <span>{{ words.of('shipmentKind', shipment.kind) }}</span>
          <span class="mark" [class.done]="shipment.state === 'delivered'">{{
            words.of('shipmentState', shipment.state)
          }}</span>
          @if (shipment.carrier; as carrier) {
            <span class="quiet">{{ carrier }}</span>
          }
          @if (shipment.tracking; as tracking) {
            <span class="quiet figures">{{ tracking }}</span>
          }
          @if (shipment.deliveredAt ?? shipment.appointmentFrom; as at) {
            <span class="quiet end">{{ dates.moment(at) }}</span>
          }
        </li>
      }
      @for (one of it.promotions; track one.code) {
        <li class="row wrap">
          <span class="mark">{{ one.code }}</span>
          <span class="figures end">{{ { amount: -one.amount, currency: it.currency } | money }}</span>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      gap: 4px 10px;
      padding: 3px 0;
    }
    .end {
      margin-inline-start: auto;
    }
  `,
})
export class OrderJourney {
  readonly order = input.required<Order>();
  protected readonly words = inject(Words);
  protected readonly dates = inject(Dates);
}
