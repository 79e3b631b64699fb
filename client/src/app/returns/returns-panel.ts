import { httpResource } from '@angular/common/http';
import { Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import type { Order } from '@candour/shared/orders.js';
import { pageOf } from '@candour/shared/paging.js';
import { ReturnSummary } from '@candour/shared/returns.js';
import { as } from '../core/api';
import { askedAgain } from '../core/order-news';
import { Session } from '../core/session';
import { Words } from '../core/words';
import { TroubleNote } from '../ui/trouble-note';
import { When } from '../ui/when';
import { ReturnDetails } from './return-details';
import { ReturnDialog } from './return-dialog';
import type { ReturnOf } from './return-form-rules';

/** What came back of an order or is about to, and the way to ask for a return in the customer's name. */
@Component({
  selector: 'cd-returns-panel',
  imports: [MatButton, MatIcon, ReturnDetails, TroubleNote, When],
  template: `
    <div class="row head">
      <h3>{{ t('returns.heading') }}</h3>
      @if (mayManage) {
        <button mat-stroked-button type="button" (click)="ask()">
          <mat-icon svgIcon="assignment_return" />{{ t('returns.start') }}
        </button>
      }
    </div>
    @if (returns.hasValue()) {
      <ul>
        @for (one of returns.value().rows; track one.id) {
          <li [attr.data-return]="one.number">
            <div class="row wrap">
              <strong class="figures">{{ one.number }}</strong>
              <span class="mark" [class.done]="one.state === 'closed'" [class.waiting]="one.state === 'requested'">{{
                words.of('returnState', one.state)
              }}</span>
              @if (one.kind === 'withdrawal') {
                <span class="mark">{{ t('returns.withdrawal') }}</span>
              }
              <span class="quiet small-type">{{ words.count('returns.units', one.units) }}</span>
              <cd-when class="quiet small-type" [at]="one.createdAt" />
              <button
                mat-button
                type="button"
                class="end"
                [attr.aria-expanded]="shown() === one.id"
                [attr.aria-label]="t('returns.show', { number: one.number })"
                (click)="toggle(one.id)"
              >
                <mat-icon [svgIcon]="shown() === one.id ? 'keyboard_arrow_up' : 'keyboard_arrow_down'" />{{
                  t('match.details')
                }}
              </button>
            </div>
            @if (shown() === one.id) {
              <cd-return-details
                [id]="one.id"
                [order]="order()"
                [conversationId]="conversationId()"
                (changed)="returns.reload()"
              />
            }
          </li>
        } @empty {
          <li class="quiet small-type">{{ t('returns.none') }}</li>
        }
      </ul>
    } @else if (returns.error(); as error) {
      <cd-trouble [of]="error" [retries]="true" (retry)="returns.reload()" />
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
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      padding: 6px 0;
      border-top: var(--edge);
    }
    .row {
      gap: 4px 10px;
    }
    .end {
      margin-inline-start: auto;
    }
  `,
})
export class ReturnsPanel {
  readonly order = input.required<Pick<Order, 'id' | 'number' | 'currency'>>();
  readonly conversationId = input<string>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly dialog = inject(MatDialog);
  protected readonly mayManage = inject(Session).can('return.manage');
  protected readonly returns = httpResource(() => `/api/returns?limit=50&orderId=${this.order().id}`, {
    parse: as(pageOf(ReturnSummary)),
  });
  protected readonly shown = signal<string | undefined>(undefined);

  constructor() {
    askedAgain(() => this.order().id, this.returns);
  }

  protected toggle(id: string): void {
    this.shown.update((shown) => (shown === id ? undefined : id));
  }

  protected ask(): void {
    const { id, number } = this.order();
    const data: ReturnOf = { orderId: id, number, conversationId: this.conversationId() };
    const ref = this.dialog.open<ReturnDialog, ReturnOf, string>(ReturnDialog, {
      ...{ data, width: '760px', maxWidth: '96vw' },
    });
    ref.afterClosed().subscribe((made) => {
      if (made === undefined) return;
      this.shown.set(made);
      this.returns.reload();
    });
  }
}
