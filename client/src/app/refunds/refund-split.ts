import { Component, inject, input } from '@angular/core';
import type { RefundMethod, RefundPreview } from '@candour/shared/refunds.js';
import { Words, type WordKey } from '../core/words';
import { MoneyPipe } from '../ui/money';

/** Exactly what goes back, for what, where to, and who else has to agree. */
@Component({
  selector: 'cd-refund-split',
  imports: [MoneyPipe],
  template: `
    @let it = preview();
    <h3>{{ t('refund.split') }}</h3>
    <dl class="figures">
      @for (one of it.allocations; track $index) {
        <dt>
          {{ one.title ?? t(word(one.kind)) }}
          @if (one.quantity; as quantity) {
            <span class="quiet">{{ quantity }} ×</span>
          }
        </dt>
        <dd>{{ one.amount | money }}</dd>
      }
      @if (it.tax.amount > 0) {
        <dt class="quiet">{{ t('order.taxIncluded') }}</dt>
        <dd class="quiet">{{ it.tax | money }}</dd>
      }
      <dt class="total">{{ t('order.total') }}</dt>
      <dd class="total">{{ it.total | money }}</dd>
    </dl>
    @for (payment of it.payments; track payment.paymentId) {
      <p class="small-type row wrap">
        <span>{{
          method() === 'store_credit'
            ? words.of('refundMethod', 'store_credit')
            : t('refund.backTo', { payment: payment.paidWith ?? t('refund.original') })
        }}</span>
        <span class="figures">{{ payment.amount | money }}</span>
        @if (payment.sandbox) {
          <span class="mark">{{ t('refund.sandbox') }}</span>
        }
      </p>
    }
    @if (it.needsApproval) {
      <p class="band" role="note">{{ t('refund.needsApproval', { limit: (it.limit | money) }) }}</p>
    }
  `,
  styles: `
    h3 {
      margin: 0 0 8px;
      font-size: 0.875rem;
    }
    dl {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: 2px 24px;
      margin: 0 0 8px;
    }
    dd {
      margin: 0;
      text-align: end;
    }
    .total {
      padding-top: 4px;
      border-top: var(--edge);
      font-weight: 600;
    }
    p {
      margin: 4px 0;
    }
  `,
})
export class RefundSplit {
  readonly preview = input.required<RefundPreview>();
  readonly method = input<RefundMethod>('original');
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly word = (kind: string): WordKey => `refundPart.${kind}` as WordKey;
}
