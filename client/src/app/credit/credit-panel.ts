import { httpResource } from '@angular/common/http';
import { Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { Credit } from '@candour/shared/credit.js';
import type { Order } from '@candour/shared/orders.js';
import { as } from '../core/api';
import { askedAgain } from '../core/order-news';
import { Session } from '../core/session';
import { Words } from '../core/words';
import { MoneyPipe } from '../ui/money';
import { TroubleNote } from '../ui/trouble-note';
import { When } from '../ui/when';
import { GoodwillDialog, type GoodwillOf } from './goodwill-dialog';

/** What the order's customer has as credit, where it comes from, and the way to give some as goodwill. */
@Component({
  selector: 'cd-credit-panel',
  imports: [MatButton, MatIcon, MoneyPipe, TroubleNote, When],
  template: `
    <div class="row">
      <h3>{{ t('credit.heading') }}</h3>
      @if (mayGive && credit.hasValue() && credit.value().goodwillLeft.amount > 0) {
        <button mat-stroked-button type="button" (click)="give(credit.value())">
          <mat-icon svgIcon="star" />{{ t('credit.goodwill') }}
        </button>
      }
    </div>
    @if (credit.hasValue()) {
      @for (sum of credit.value().balances; track sum.currency) {
        <p>
          <strong class="figures">{{ sum | money }}</strong>
        </p>
      } @empty {
        <p class="quiet small-type">{{ t('credit.none') }}</p>
      }
      <ul>
        @for (one of credit.value().entries; track one.id) {
          <li>
            <p class="row wrap small-type">
              <span class="figures">{{ one.amount | money }}</span>
              <span>{{ words.of('creditOrigin', one.origin) }}</span>
              <span class="quiet">{{ words.of('refundReason', one.reason) }}</span>
              @if (one.by; as by) {
                <span class="quiet">{{ by }}</span>
              }
              <cd-when class="quiet" [at]="one.at" />
            </p>
            @if (one.note; as note) {
              <p class="small-type">{{ note }}</p>
            }
          </li>
        }
      </ul>
    } @else if (credit.error(); as error) {
      <cd-trouble [of]="error" [retries]="true" (retry)="credit.reload()" />
    } @else {
      <span class="skeleton" [style.height.px]="32"></span>
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
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      padding: 4px 0;
      border-top: var(--edge);
    }
    p {
      gap: 4px 10px;
      margin: 0;
    }
  `,
})
export class CreditPanel {
  readonly order = input.required<Pick<Order, 'id' | 'number' | 'currency'>>();
  readonly conversationId = input<string>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly dialog = inject(MatDialog);
  protected readonly mayGive = inject(Session).can('refund.request');
  protected readonly credit = httpResource(() => `/api/orders/${this.order().id}/credit`, { parse: as(Credit) });

  constructor() {
    askedAgain(() => this.order().id, this.credit);
  }

  protected give({ goodwillLeft: left }: Credit): void {
    const data: GoodwillOf = { order: this.order(), left, conversationId: this.conversationId() };
    const ref = this.dialog.open<GoodwillDialog, GoodwillOf, boolean>(GoodwillDialog, {
      ...{ data, width: '480px', maxWidth: '96vw' },
    });
    ref.afterClosed().subscribe((done) => {
      if (done) this.credit.reload();
    });
  }
}
