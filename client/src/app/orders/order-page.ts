import { httpResource } from '@angular/common/http';
import { Component, inject, input } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Order } from '@candour/shared/orders.js';
import { as } from '../core/api';
import { Words } from '../core/words';
import { Address } from '../ui/address';
import { MoneyPipe } from '../ui/money';
import { CreditPanel } from '../credit/credit-panel';
import { RefundsPanel } from '../refunds/refunds-panel';
import { ReturnsPanel } from '../returns/returns-panel';
import { TroubleNote } from '../ui/trouble-note';
import { When } from '../ui/when';
import { OrderChanges } from './order-changes';
import { OrderJourney } from './order-journey';
import { OrderSums } from './order-sums';

@Component({
  selector: 'cd-order-page',
  imports: [
    Address,
    CreditPanel,
    MatIcon,
    MatIconButton,
    MoneyPipe,
    OrderChanges,
    OrderJourney,
    OrderSums,
    RefundsPanel,
    ReturnsPanel,
    RouterLink,
    TroubleNote,
    When,
  ],
  templateUrl: './order-page.html',
  styleUrl: './order-page.scss',
})
export default class OrderPage {
  readonly id = input.required<string>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly order = httpResource(() => `/api/orders/${this.id()}`, { parse: as(Order) });
}
