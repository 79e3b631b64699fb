import { Component, inject, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { newId } from '@candour/shared/ids.js';
import { OrderChange, ShippingAddress } from '@candour/shared/order-changes.js';
import { Api } from '../core/api';
import { Words } from '../core/words';
import { DialogForm } from '../ui/dialog-form';
import { FieldWords } from '../ui/field-words';
import { deskFields } from '../ui/fields';
import { sendForm } from '../ui/form';
import type { ChangeOf } from './change-of';

const parts = ['name', 'company', 'line1', 'line2', 'postcode', 'city', 'region', 'country', 'phone'] as const;

/** Asks the shop to send an order elsewhere. */
@Component({
  selector: 'cd-address-dialog',
  imports: [DialogForm, FormField, MatError, MatFormField, MatInput, MatLabel],
  providers: [deskFields],
  template: `
    <cd-dialog-form
      [name]="t('orderChange.addressTitle', { number: of.number })"
      [deed]="t('orderChange.address')"
      [trouble]="trouble()"
      [blocked]="form().submitting()"
      (sent)="send()"
    >
      <p class="quiet small-type">{{ t('orderChange.addressMore') }}</p>
      @for (part of parts; track part) {
        @let field = form[part];
        <mat-form-field>
          <mat-label>{{ words.of('addressPart', part) }}</mat-label>
          <input matInput autocomplete="off" [formField]="field" />
          <mat-error>{{ fields.first(field().errors(), field().value()) }}</mat-error>
        </mat-form-field>
      }
    </cd-dialog-form>
  `,
  styles: `
    p {
      margin: 0;
    }
  `,
})
export class AddressDialog {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly fields = inject(FieldWords);
  private readonly api = inject(Api);
  private readonly ref = inject<MatDialogRef<AddressDialog, boolean>>(MatDialogRef);
  protected readonly of = inject<ChangeOf>(MAT_DIALOG_DATA);
  protected readonly parts = parts;
  protected readonly trouble = signal<unknown>(undefined);
  /** One for what was typed, not for the click; another address is another intent. */
  private key = { id: newId(), of: '' };
  protected readonly form = form(
    signal({
      ...{ name: '', company: '', line1: '', line2: '', postcode: '' },
      ...{ city: '', region: '', country: '', phone: '' },
    }),
    (path) => validateStandardSchema(path, ShippingAddress),
  );

  protected async send(): Promise<void> {
    let done = false;
    await sendForm(this.form, this.trouble, async (value) => {
      const given = Object.fromEntries(Object.entries(value).filter(([, text]) => text.trim() !== ''));
      const address = ShippingAddress.parse({ postcode: '', ...given });
      const ask = { conversationId: this.of.conversationId, address };
      const of = JSON.stringify(ask);
      if (this.key.of !== '' && this.key.of !== of) this.key = { id: newId(), of };
      this.key.of = of;
      const headers = { 'idempotency-key': this.key.id };
      await this.api.send('POST', `/api/orders/${this.of.orderId}/address`, OrderChange, ask, headers);
      done = true;
    });
    if (done) this.ref.close(true);
  }
}
