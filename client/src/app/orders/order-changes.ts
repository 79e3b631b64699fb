import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { OrderChange, OrderChanges as Changes } from '@candour/shared/order-changes.js';
import type { Order } from '@candour/shared/orders.js';
import { Api, as } from '../core/api';
import { troubleOf, type Trouble } from '../core/problems';
import { Session } from '../core/session';
import { Words } from '../core/words';
import { TroubleNote } from '../ui/trouble-note';
import { When } from '../ui/when';
import { AddressDialog } from './address-dialog';
import { CancelDialog } from './cancel-dialog';
import type { ChangeOf } from './change-of';

/** What was asked of the shop for an order and how far that is; beside a conversation the way to ask for it. */
@Component({
  selector: 'cd-order-changes',
  imports: [MatButton, MatIcon, TroubleNote, When],
  template: `
    @if (mayAsk()) {
      <div class="row wrap">
        <button mat-stroked-button type="button" (click)="ask('cancel')">
          <mat-icon svgIcon="close" />{{ t('orderChange.cancel') }}
        </button>
        <button mat-stroked-button type="button" (click)="ask('address')">
          <mat-icon svgIcon="local_shipping" />{{ t('orderChange.address') }}
        </button>
      </div>
    }
    @if (trouble(); as trouble) {
      <cd-trouble [of]="trouble" />
    }
    @if (changes.hasValue()) {
      @if (changes.value().changes.length > 0) {
        <h3>{{ t('orderChange.heading') }}</h3>
      }
      <ul>
        @for (one of changes.value().changes; track one.id) {
          <li [attr.data-change]="one.id">
            <div class="row wrap">
              <span>{{ words.of('changeKind', one.kind) }}</span>
              <span
                class="mark"
                [class.done]="one.state === 'sent' || one.state === 'done'"
                [class.waiting]="one.state === 'waiting' || one.state === 'by_hand'"
                [class.breached]="one.state === 'failed'"
                >{{ words.of('changeState', one.state) }}</span
              >
            </div>
            <p class="quiet small-type row wrap">
              @if (one.requestedBy; as name) {
                <span>{{ name }}</span>
              }
              <cd-when [at]="one.requestedAt" />
              @if (one.fault; as code) {
                <span class="wrong">{{ t('orderChange.fault', { code }) }}</span>
              }
            </p>
            @if (one.address; as to) {
              <p class="small-type">{{ to.name }}, {{ to.line1 }}, {{ to.postcode }} {{ to.city }}, {{ to.country }}</p>
            }
            @if (one.state === 'by_hand' || one.state === 'failed') {
              <p class="small-type">{{ t('orderChange.byHandMore') }}</p>
            }
            @if (may) {
              <div class="row wrap">
                @if (one.can.retry) {
                  <button mat-button type="button" [disabled]="busy()" (click)="act(one, 'retry')">
                    {{ t('do.tryAgain') }}
                  </button>
                }
                @if (one.can.done) {
                  <button mat-button type="button" [disabled]="busy()" (click)="act(one, 'done')">
                    <mat-icon svgIcon="check" />{{ t('orderChange.done') }}
                  </button>
                }
              </div>
            }
          </li>
        }
      </ul>
    } @else if (changes.error(); as error) {
      <cd-trouble [of]="error" [retries]="true" (retry)="changes.reload()" />
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 6px;
    }
    h3 {
      margin: 0;
      font-size: 0.875rem;
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      padding: 8px 0;
      border-top: var(--edge);
    }
    p {
      margin: 2px 0;
    }
    .row {
      gap: 4px 10px;
    }
    .wrong {
      color: var(--mat-sys-error);
    }
  `,
})
export class OrderChanges {
  readonly order = input.required<Pick<Order, 'id' | 'number' | 'fulfilmentStatus' | 'lines'>>();
  readonly conversationId = input<string>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly api = inject(Api);
  private readonly dialog = inject(MatDialog);
  protected readonly may = inject(Session).can('order.change');
  protected readonly busy = signal(false);
  protected readonly trouble = signal<Trouble | undefined>(undefined);
  protected readonly changes = httpResource(() => `/api/orders/${this.order().id}/changes`, { parse: as(Changes) });
  /** The customer proves who they are in a conversation: without one nothing is asked for. */
  protected readonly mayAsk = computed(
    () => this.may && this.conversationId() !== undefined && this.order().fulfilmentStatus === 'unfulfilled',
  );

  protected ask(what: 'cancel' | 'address'): void {
    const conversationId = this.conversationId();
    if (conversationId === undefined) return;
    const { id: orderId, number, lines } = this.order();
    const data: ChangeOf = { orderId, number, lines, conversationId };
    const settings = { data, width: '560px', maxWidth: '96vw' };
    const ref =
      what === 'cancel'
        ? this.dialog.open<CancelDialog, ChangeOf, boolean>(CancelDialog, settings)
        : this.dialog.open<AddressDialog, ChangeOf, boolean>(AddressDialog, settings);
    ref.afterClosed().subscribe((done) => {
      if (done) this.changes.reload();
    });
  }

  protected async act({ id }: OrderChange, deed: 'retry' | 'done'): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.trouble.set(undefined);
    try {
      await this.api.send('POST', `/api/order-changes/${id}/${deed}`, OrderChange, {});
    } catch (error) {
      this.trouble.set(troubleOf(error));
    } finally {
      this.busy.set(false);
      this.changes.reload();
    }
  }
}
