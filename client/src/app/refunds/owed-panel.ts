import { Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import type { Order } from '@candour/shared/orders.js';
import type { Return } from '@candour/shared/returns.js';
import { Session } from '../core/session';
import { Words } from '../core/words';
import { RefundDialog } from './refund-dialog';
import type { RefundOf } from './refund-form-rules';

/** What is owed of a return, given back by the dialog of refunds: previewed to the cent and agreed to there. */
@Component({
  selector: 'cd-owed-panel',
  imports: [MatButton],
  template: `
    @if (may) {
      <button mat-flat-button type="button" (click)="open()">{{ t('returns.refund') }}</button>
    }
  `,
})
export class OwedPanel {
  readonly of = input.required<Pick<Return, 'id' | 'kind' | 'resolution' | 'owed'>>();
  readonly order = input.required<Pick<Order, 'id' | 'number' | 'currency'>>();
  readonly conversationId = input<string>();
  readonly done = output();
  protected readonly t = inject(Words).t;
  private readonly dialog = inject(MatDialog);
  protected readonly may = inject(Session).can('refund.request');

  protected open(): void {
    const { id: orderId, number, currency } = this.order();
    const { id: returnId, kind, resolution, owed } = this.of();
    const data: RefundOf = {
      ...{ orderId, number, currency, conversationId: this.conversationId(), returnId },
      parts: owed ?? [],
      reason: kind === 'withdrawal' ? 'withdrawal' : 'return',
      method: resolution === 'store_credit' ? 'store_credit' : 'original',
    };
    const ref = this.dialog.open<RefundDialog, RefundOf, boolean>(RefundDialog, {
      ...{ data, width: '760px', maxWidth: '96vw' },
    });
    ref.afterClosed().subscribe((done) => {
      if (done) this.done.emit();
    });
  }
}
