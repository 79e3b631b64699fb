import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatButtonToggle, MatButtonToggleGroup } from '@angular/material/button-toggle';
import { pageOf } from '@candour/shared/paging.js';
import { Refund } from '@candour/shared/refunds.js';
import { pagedList, type Params } from '../core/pages';
import { Words } from '../core/words';
import { Empty } from '../ui/empty';
import { TroubleNote } from '../ui/trouble-note';
import { RefundList } from './refund-list';

const views = ['waiting', 'unknown', 'failed', 'all'] as const;
type View = (typeof views)[number];
const asked: Readonly<Record<View, Params>> = {
  waiting: { waiting: 'true' },
  unknown: { state: 'unknown' },
  failed: { state: 'failed' },
  all: {},
};

/** Every refund: first those that wait for a second person, then those that need a look. */
@Component({
  selector: 'cd-refunds-page',
  imports: [Empty, MatButton, MatButtonToggle, MatButtonToggleGroup, RefundList, TroubleNote],
  template: `
    <div class="page">
      <div class="page-head">
        <h1>{{ t('title.refunds') }}</h1>
        <mat-button-toggle-group
          hideSingleSelectionIndicator
          [attr.aria-label]="t('refund.views')"
          [value]="view()"
          (change)="view.set($event.value)"
        >
          @for (one of views; track one) {
            <mat-button-toggle [value]="one">{{ words.of('refundView', one) }}</mat-button-toggle>
          }
        </mat-button-toggle-group>
      </div>
      @if (refunds.error(); as error) {
        <cd-trouble [of]="error" [retries]="true" (retry)="refunds.reload()" />
      }
      @if (refunds.rows(); as rows) {
        @if (rows.length > 0) {
          <section class="card">
            <cd-refund-list [refunds]="rows" [linked]="true" (changed)="refunds.reload()" />
          </section>
          @if (refunds.more()) {
            <button mat-button type="button" [disabled]="refunds.loadingMore()" (click)="refunds.loadMore()">
              {{ t('do.more') }}
            </button>
          }
        } @else {
          <cd-empty icon="assignment_return" [title]="t('refund.none')">{{ t('refund.noneMore') }}</cd-empty>
        }
      } @else if (!refunds.error()) {
        <span class="skeleton" [style.height.px]="200"></span>
      }
    </div>
  `,
})
export default class RefundsPage {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly views = views;
  protected readonly view = signal<View>('waiting');
  protected readonly refunds = pagedList(
    '/api/refunds',
    pageOf(Refund),
    computed(() => asked[this.view()]),
  );
}
