import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, signal } from '@angular/core';
import { MatCheckbox } from '@angular/material/checkbox';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { formatMoney } from '@candour/shared/money.js';
import { newId } from '@candour/shared/ids.js';
import {
  Refundable,
  RefundMethod,
  RefundPreview,
  RefundReason,
  Refunds,
  type RefundAsk,
} from '@candour/shared/refunds.js';
import { Api, as } from '../core/api';
import { troubleOf, type Trouble } from '../core/problems';
import { Words } from '../core/words';
import { typed } from '../ui/amounts';
import { DialogForm } from '../ui/dialog-form';
import { deskFields } from '../ui/fields';
import { MoneyPipe } from '../ui/money';
import { Sending } from '../ui/sending';
import { TroubleNote } from '../ui/trouble-note';
import { FEE, isAllOf, REST, scopeOf, SHIPPING, type RefundOf } from './refund-form-rules';
import { RefundSplit } from './refund-split';

/** Between what was typed and the question what it comes to, in milliseconds. */
const PAUSE = 250;

/**
 * Says what goes back and shows to the cent what that is, as the server counts it. What is confirmed is what was shown:
 * if anything changed meanwhile nothing is paid and the new sums are shown. One opened dialog is one refund, however
 * often its button is pressed.
 */
@Component({
  selector: 'cd-refund-dialog',
  imports: [
    ...[DialogForm, MatCheckbox, MatFormField, MatInput, MatLabel, MatOption, MatSelect, MoneyPipe, RefundSplit],
    TroubleNote,
  ],
  providers: [deskFields],
  templateUrl: './refund-dialog.html',
  styleUrl: './refund-dialog.scss',
})
export class RefundDialog {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly api = inject(Api);
  private readonly ref = inject<MatDialogRef<RefundDialog, boolean>>(MatDialogRef);
  protected readonly of = inject<RefundOf>(MAT_DIALOG_DATA);
  protected readonly kinds = { shipping: SHIPPING, rest: REST, fee: FEE } as const;
  protected readonly reasons = RefundReason.options;
  protected readonly refundable = httpResource(() => `/api/orders/${this.of.orderId}/refundable`, {
    parse: as(Refundable),
  });
  protected readonly full = signal(false);
  protected readonly units = signal<ReadonlyMap<string, number>>(new Map());
  protected readonly amounts = signal<ReadonlyMap<string, string>>(new Map());
  protected readonly reason = signal<RefundReason>(this.of.reason ?? 'return');
  protected readonly method = signal<RefundMethod>(this.of.method ?? 'original');
  protected readonly methods = RefundMethod.options;
  protected readonly note = signal('');
  protected readonly preview = signal<RefundPreview | undefined>(undefined);
  protected readonly refusal = signal<Trouble | undefined>(undefined);
  protected readonly sending = new Sending();
  /** One for the intent, not for the click. */
  private key = newId();
  private asked = 0;

  protected readonly scope = computed(() => {
    if (!this.refundable.hasValue()) return undefined;
    const chosen = { full: this.full(), units: this.units(), amounts: this.amounts() };
    return scopeOf(chosen, this.refundable.value(), this.of.parts);
  });
  protected readonly deed = computed(() => {
    const preview = this.preview();
    if (!preview) return this.t('refund.do');
    const amount = formatMoney(preview.total, this.words.locale());
    return this.t(preview.needsApproval ? 'refund.ask' : 'refund.doAmount', { amount });
  });
  protected readonly wrong = computed(() => (this.scope() ? '' : this.t('refund.nothing')));

  constructor() {
    // A withdrawal of the whole order gives the delivery back too (Directive 2011/83/EU Art. 13(1)).
    effect(() => {
      if (this.of.reason !== 'withdrawal' || !this.refundable.hasValue()) return;
      const it = this.refundable.value();
      if (it.shippingLeft.amount === 0 || !isAllOf(this.of.parts ?? [], it)) return;
      this.setAmount(SHIPPING, typed(it.shippingLeft.amount));
    });
    effect((done) => {
      const scope = this.scope();
      this.method();
      const turn = ++this.asked;
      this.preview.set(undefined);
      if (!scope) return this.refusal.set(undefined);
      const timer = setTimeout(() => void this.look(turn), PAUSE);
      done(() => clearTimeout(timer));
    });
  }

  protected setUnits(lineId: string, text: string): void {
    const quantity = Math.max(0, Math.trunc(Number(text) || 0));
    this.units.update((units) => new Map([...units, [lineId, quantity]]));
  }

  protected setAmount(kind: string, text: string): void {
    this.amounts.update((amounts) => new Map([...amounts, [kind, text]]));
  }

  protected send(): Promise<void> {
    const preview = this.preview();
    const what = this.scope();
    const { orderId, currency, conversationId, messageSeq, returnId } = this.of;
    const ask: RefundAsk | undefined =
      preview && what
        ? {
            ...{
              orderId,
              currency,
              what,
              method: this.method(),
              reason: this.reason(),
              basis: preview.basis,
            },
            ...(returnId === undefined ? {} : { returnId }),
            ...(this.note().trim() === '' ? {} : { note: this.note().trim() }),
            ...(conversationId === undefined ? {} : { conversationId }),
            ...(messageSeq === undefined ? {} : { messageSeq }),
          }
        : undefined;
    return this.sending.send(ask, async (sent) => {
      try {
        await this.api.send('POST', '/api/refunds', Refunds, sent, { 'idempotency-key': this.key });
        this.ref.close(true);
      } catch (error) {
        // Refused, nothing was done: what is asked next is another ask. A lost answer keeps the key.
        const { code } = troubleOf(error);
        if (code === 'preview-stale' || code === 'over-refund') {
          this.key = newId();
          this.refundable.reload();
          await this.look(++this.asked);
        }
        throw error;
      }
    });
  }

  private async look(turn: number): Promise<void> {
    const what = this.scope();
    const { orderId, currency } = this.of;
    try {
      const shown = await this.api.send('POST', '/api/refunds/preview', RefundPreview, {
        ...{ orderId, currency, what, method: this.method() },
      });
      if (turn !== this.asked) return;
      this.preview.set(shown);
      this.refusal.set(undefined);
    } catch (error) {
      if (turn === this.asked) this.refusal.set(troubleOf(error));
    }
  }
}
