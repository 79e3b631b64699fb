import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import type { Order } from '@candour/shared/orders.js';
import { pageOf } from '@candour/shared/paging.js';
import { Refund, Refundable } from '@candour/shared/refunds.js';
import { as } from '../core/api';
import { askedAgain } from '../core/order-news';
import { Session } from '../core/session';
import { Words } from '../core/words';
import { MoneyPipe } from '../ui/money';
import { TroubleNote } from '../ui/trouble-note';
import { RefundDialog } from './refund-dialog';
import type { RefundOf } from './refund-form-rules';
import { RefundList } from './refund-list';

/** What went back of an order, what is about to, what is left; and the way to give something back. */
@Component({
  selector: 'cd-refunds-panel',
  imports: [MatButton, MatIcon, MoneyPipe, RefundList, TroubleNote],
  template: `
    <div class="row head">
      <h3>{{ t('refund.heading') }}</h3>
      @if (mayRequest && (left()?.amount ?? 0) > 0) {
        <button mat-stroked-button type="button" (click)="open()">
          <mat-icon svgIcon="assignment_return" />{{ t('refund.do') }}
        </button>
      }
    </div>
    @if (refundable.hasValue()) {
      @let it = refundable.value();
      <p class="row wrap small-type">
        <span
          >{{ t('refund.left') }} <strong class="figures">{{ it.left | money }}</strong></span
        >
        @if (it.reserved.amount > 0) {
          <span
            >{{ t('refund.reserved') }} <span class="figures">{{ it.reserved | money }}</span></span
          >
        }
        @if (it.settled.amount > 0) {
          <span
            >{{ t('refund.settled') }} <span class="figures">{{ it.settled | money }}</span></span
          >
        }
        @if (it.sandbox) {
          <span class="mark">{{ t('refund.sandbox') }}</span>
        }
      </p>
    }
    @if (refunds.hasValue()) {
      <cd-refund-list [refunds]="refunds.value().rows" (changed)="reload()" />
    } @else if (refunds.error(); as error) {
      <cd-trouble [of]="error" [retries]="true" (retry)="reload()" />
    } @else {
      <span class="skeleton" [style.height.px]="48"></span>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 6px;
    }
    h3 {
      flex: 1;
      margin: 0;
      font-size: 0.875rem;
    }
    p {
      gap: 4px 12px;
      margin: 0;
    }
  `,
})
export class RefundsPanel {
  readonly order = input.required<Pick<Order, 'id' | 'number' | 'currency'>>();
  readonly conversationId = input<string>();
  protected readonly t = inject(Words).t;
  private readonly dialog = inject(MatDialog);
  protected readonly mayRequest = inject(Session).can('refund.request');
  protected readonly refundable = httpResource(() => `/api/orders/${this.order().id}/refundable`, {
    parse: as(Refundable),
  });
  protected readonly refunds = httpResource(() => `/api/refunds?limit=50&orderId=${this.order().id}`, {
    parse: as(pageOf(Refund)),
  });
  protected readonly left = computed(() => (this.refundable.hasValue() ? this.refundable.value().left : undefined));

  constructor() {
    askedAgain(() => this.order().id, this.refundable, this.refunds);
  }

  protected open(): void {
    const { id, number, currency } = this.order();
    const data: RefundOf = { orderId: id, number, currency, conversationId: this.conversationId() };
    const ref = this.dialog.open<RefundDialog, RefundOf, boolean>(RefundDialog, {
      ...{ data, width: '760px', maxWidth: '96vw' },
    });
    ref.afterClosed().subscribe((done) => {
      if (done) this.reload();
    });
  }

  protected reload(): void {
    this.refundable.reload();
    this.refunds.reload();
  }
}
