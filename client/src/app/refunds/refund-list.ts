import { Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Refund } from '@candour/shared/refunds.js';
import { Api } from '../core/api';
import { Dates } from '../core/dates';
import { troubleOf, type Trouble } from '../core/problems';
import { Words } from '../core/words';
import { MoneyPipe } from '../ui/money';
import { TroubleNote } from '../ui/trouble-note';
import { When } from '../ui/when';
import { RejectDialog } from './reject-dialog';

type Deed = 'approve' | 'reject' | 'undo' | 'retry';

/** Refunds, each with where it stands and what the person who looks may do with it. */
@Component({
  selector: 'cd-refund-list',
  imports: [MatButton, MatIcon, MoneyPipe, RouterLink, TroubleNote, When],
  template: `
    @if (trouble(); as trouble) {
      <cd-trouble [of]="trouble" />
    }
    <ul>
      @for (one of refunds(); track one.id) {
        <li [attr.data-refund]="one.id">
          <div class="row wrap">
            <strong class="figures">{{ one.amount | money }}</strong>
            <span
              class="mark"
              [class.done]="one.state === 'succeeded'"
              [class.waiting]="waits(one)"
              [class.breached]="one.state === 'failed' || one.state === 'reversed'"
              >{{ words.of('refundState', one.state) }}</span
            >
            @if (one.sandbox) {
              <span class="mark">{{ t('refund.sandbox') }}</span>
            }
            @if (linked()) {
              <a class="small-type" [routerLink]="['/orders', one.orderId]">{{ t('match.page') }}</a>
            }
          </div>
          <p class="quiet small-type row wrap">
            <span>{{ words.of('refundReason', one.reason) }}</span>
            @if (one.requestedBy; as name) {
              <span>{{ name }}</span>
            }
            <cd-when [at]="one.requestedAt" />
            @if (one.approvedBy; as name) {
              <span>{{ t('refund.approvedBy', { name }) }}</span>
            }
            @if (one.undoUntil; as at) {
              <span>{{ t('refund.paidAt', { at: dates.moment(at) }) }}</span>
            }
          </p>
          @if (one.note; as note) {
            <p class="small-type">{{ note }}</p>
          }
          @if (one.rejection; as why) {
            <p class="small-type">{{ t('refund.rejected', { why }) }}</p>
          }
          @if (one.failure; as code) {
            <p class="small-type wrong">{{ t('refund.failed', { code }) }}</p>
          }
          <div class="row wrap">
            @if (one.can.approve) {
              <button mat-flat-button type="button" [disabled]="busy()" (click)="act(one, 'approve')">
                {{ t('refund.approve') }}
              </button>
              <button mat-button type="button" [disabled]="busy()" (click)="reject(one)">
                {{ t('refund.reject') }}
              </button>
            } @else if (one.state === 'pending_approval') {
              <span class="quiet small-type">{{ t('refund.second') }}</span>
            }
            @if (one.can.undo) {
              <button mat-button type="button" [disabled]="busy()" (click)="act(one, 'undo')">
                <mat-icon svgIcon="history" />{{ t('refund.undo') }}
              </button>
            }
            @if (one.can.retry) {
              <button mat-button type="button" [disabled]="busy()" (click)="act(one, 'retry')">
                {{ t('refund.lookAgain') }}
              </button>
            }
          </div>
        </li>
      }
    </ul>
  `,
  styles: `
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
export class RefundList {
  readonly refunds = input.required<readonly Refund[]>();
  /** Names the order of each, where the list is of several. */
  readonly linked = input(false);
  readonly changed = output();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly dates = inject(Dates);
  private readonly api = inject(Api);
  private readonly dialog = inject(MatDialog);
  protected readonly busy = signal(false);
  protected readonly trouble = signal<Trouble | undefined>(undefined);

  protected waits({ state }: Refund): boolean {
    return ['pending_approval', 'approved', 'submitting', 'unknown', 'pending', 'requires_action'].includes(state);
  }

  protected reject(refund: Refund): void {
    const ref = this.dialog.open<RejectDialog, undefined, string>(RejectDialog, { width: '480px', maxWidth: '96vw' });
    ref.afterClosed().subscribe((why) => {
      if (why !== undefined) void this.act(refund, 'reject', { why });
    });
  }

  protected async act({ id }: Refund, deed: Deed, body: object = {}): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.trouble.set(undefined);
    try {
      await this.api.send('POST', `/api/refunds/${id}/${deed}`, Refund, body);
    } catch (error) {
      this.trouble.set(troubleOf(error));
    } finally {
      this.busy.set(false);
      this.changed.emit();
    }
  }
}
