import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { Credit, GoodwillAsk } from '@candour/shared/credit.js';
import { newId } from '@candour/shared/ids.js';
import { formatMoney, type Money } from '@candour/shared/money.js';
import type { Order } from '@candour/shared/orders.js';
import { RefundReason } from '@candour/shared/refunds.js';
import { Api } from '../core/api';
import { Words } from '../core/words';
import { minorOf } from '../ui/amounts';
import { DialogForm } from '../ui/dialog-form';
import { deskFields } from '../ui/fields';
import { Sending } from '../ui/sending';

export interface GoodwillOf {
  readonly order: Pick<Order, 'id' | 'number' | 'currency'>;
  /** What may still be given. */
  readonly left: Money;
  readonly conversationId?: string | undefined;
}

/** Credit as a gift: how much, what for, and a word for colleagues. */
@Component({
  selector: 'cd-goodwill-dialog',
  imports: [DialogForm, MatFormField, MatHint, MatInput, MatLabel, MatOption, MatSelect],
  providers: [deskFields],
  template: `
    <cd-dialog-form
      [name]="t('credit.title', { number: of.order.number })"
      [deed]="t('credit.give')"
      [trouble]="sending.trouble()"
      [blocked]="sending.busy() || !ask()"
      (sent)="send()"
    >
      <mat-form-field>
        <mat-label>{{ t('credit.amount') }}</mat-label>
        <input #sum matInput inputmode="decimal" autocomplete="off" (input)="amount.set(sum.value)" />
        <mat-hint>{{ t('credit.left', { left: left }) }}</mat-hint>
      </mat-form-field>
      <mat-form-field>
        <mat-label>{{ t('refund.reason') }}</mat-label>
        <mat-select [value]="reason()" (valueChange)="reason.set($event)">
          @for (one of reasons; track one) {
            <mat-option [value]="one">{{ words.of('refundReason', one) }}</mat-option>
          }
        </mat-select>
      </mat-form-field>
      <mat-form-field>
        <mat-label>{{ t('refund.note') }}</mat-label>
        <input #colleagues matInput autocomplete="off" maxlength="2000" (input)="note.set(colleagues.value)" />
      </mat-form-field>
    </cd-dialog-form>
  `,
})
export class GoodwillDialog {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly api = inject(Api);
  private readonly ref = inject<MatDialogRef<GoodwillDialog, boolean>>(MatDialogRef);
  protected readonly of = inject<GoodwillOf>(MAT_DIALOG_DATA);
  protected readonly left = formatMoney(this.of.left, this.words.locale());
  protected readonly reasons = RefundReason.options;
  protected readonly amount = signal('');
  protected readonly reason = signal<RefundReason>('goodwill');
  protected readonly note = signal('');
  protected readonly sending = new Sending();
  /** One for the intent, not for the click. */
  private readonly key = newId();
  protected readonly ask = computed(() => {
    const { order, conversationId } = this.of;
    const note = this.note().trim();
    return GoodwillAsk.safeParse({
      ...{ orderId: order.id, currency: order.currency, amount: minorOf(this.amount()), reason: this.reason() },
      ...(note === '' ? {} : { note }),
      ...(conversationId === undefined ? {} : { conversationId }),
    }).data;
  });

  protected send(): Promise<void> {
    return this.sending.send(this.ask(), async (ask) => {
      await this.api.send('POST', '/api/credit/goodwill', Credit, ask, { 'idempotency-key': this.key });
      this.ref.close(true);
    });
  }
}
