import { Component, computed, inject, signal } from '@angular/core';
import { MatCheckbox } from '@angular/material/checkbox';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatOption, MatSelect } from '@angular/material/select';
import { newId } from '@candour/shared/ids.js';
import { CancelReason, OrderChange, type CancelOrder } from '@candour/shared/order-changes.js';
import { Api } from '../core/api';
import { Words } from '../core/words';
import { DialogForm } from '../ui/dialog-form';
import { deskFields } from '../ui/fields';
import { Sending } from '../ui/sending';
import type { ChangeOf } from './change-of';

/** Asks the shop to cancel an order, or lines of it. One opened dialog is one ask, however often it is pressed. */
@Component({
  selector: 'cd-cancel-dialog',
  imports: [DialogForm, MatCheckbox, MatFormField, MatLabel, MatOption, MatSelect],
  providers: [deskFields],
  template: `
    <cd-dialog-form
      [name]="t('orderChange.cancelTitle', { number: of.number })"
      [deed]="t('orderChange.cancel')"
      [trouble]="sending.trouble()"
      [blocked]="sending.busy()"
      [wrong]="sending.tried() && !ask() ? t('orderChange.nothing') : ''"
      (sent)="send()"
    >
      <p class="quiet small-type">{{ t('orderChange.cancelMore') }}</p>
      @if (of.lines.length > 1) {
        <mat-checkbox [checked]="whole()" (change)="whole.set($event.checked)">{{
          t('orderChange.whole')
        }}</mat-checkbox>
        @if (!whole()) {
          <fieldset>
            <legend class="small-type">{{ t('orderChange.lines') }}</legend>
            @for (line of of.lines; track line.id) {
              <mat-checkbox [checked]="chosen().has(line.id)" (change)="choose(line.id, $event.checked)"
                >{{ line.quantity }} × {{ line.title }}</mat-checkbox
              >
            }
          </fieldset>
        }
      }
      <mat-form-field>
        <mat-label>{{ t('refund.reason') }}</mat-label>
        <mat-select [value]="reason()" (selectionChange)="reason.set($event.value)">
          @for (one of reasons; track one) {
            <mat-option [value]="one">{{ words.of('cancelReason', one) }}</mat-option>
          }
        </mat-select>
      </mat-form-field>
    </cd-dialog-form>
  `,
  styles: `
    fieldset {
      display: flex;
      flex-direction: column;
      margin: 0;
      padding: 0;
      border: 0;
    }
    p {
      margin: 0;
    }
  `,
})
export class CancelDialog {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly api = inject(Api);
  private readonly ref = inject<MatDialogRef<CancelDialog, boolean>>(MatDialogRef);
  protected readonly of = inject<ChangeOf>(MAT_DIALOG_DATA);
  protected readonly reasons = CancelReason.options;
  protected readonly whole = signal(true);
  protected readonly chosen = signal<ReadonlySet<string>>(new Set());
  protected readonly reason = signal<CancelReason>('customer');
  protected readonly sending = new Sending();
  /** One for the intent, not for the click; what is chosen otherwise is another intent. */
  private key = { id: newId(), of: '' };

  protected readonly ask = computed<CancelOrder | undefined>(() => {
    const { conversationId } = this.of;
    if (this.whole()) return { conversationId, reason: this.reason() };
    const lineIds = [...this.chosen()];
    return lineIds.length === 0 ? undefined : { conversationId, reason: this.reason(), lineIds };
  });

  protected choose(id: string, wanted: boolean): void {
    this.chosen.update((before) => new Set([...before, id].filter((one) => one !== id || wanted)));
  }

  protected send(): Promise<void> {
    return this.sending.send(this.ask(), async (ask) => {
      const of = JSON.stringify(ask);
      if (this.key.of !== '' && this.key.of !== of) this.key = { id: newId(), of };
      this.key.of = of;
      const headers = { 'idempotency-key': this.key.id };
      await this.api.send('POST', `/api/orders/${this.of.orderId}/cancel`, OrderChange, ask, headers);
      this.ref.close(true);
    });
  }
}
