import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Dates } from '../../core/dates';
import { troubleOf } from '../../core/problems';
import { Session } from '../../core/session';
import { Words } from '../../core/words';
import { TroubleNote } from '../../ui/trouble-note';
import { MannersStore } from './manners.store';

/** Only where there is something to say: that the customer was warned, and what keeps them from beginning chats. */
@Component({
  selector: 'cd-manners-card',
  imports: [MatButton, MatIcon, TroubleNote],
  template: `
    @if (store.manners(); as manners) {
      @if (manners.warnings > 0 || manners.block) {
        <div class="band small-type">
          @if (manners.warnings; as n) {
            <p class="row">
              <mat-icon class="small" svgIcon="flag" aria-hidden="true" />{{ words.count('manners.warned', n) }}
            </p>
          }
          @if (manners.block; as block) {
            <p class="row">
              <mat-icon class="small" svgIcon="block" aria-hidden="true" />
              <span [title]="dates.exact(block.until)">
                {{
                  t('manners.blocked', {
                    until: dates.moment(block.until),
                    reason: words.of('blockReason', block.reason),
                    by: block.by,
                  })
                }}
              </span>
            </p>
            @if (mayLift) {
              <button mat-stroked-button type="button" [disabled]="busy()" (click)="lift()">
                {{ t('manners.lift') }}
              </button>
            }
          }
        </div>
      }
    }
    @if (trouble(); as trouble) {
      <cd-trouble [of]="trouble" />
    }
  `,
  styles: `
    .band {
      display: flex;
      flex-direction: column;
      align-items: flex-start;
      gap: 6px;
      padding: 8px 12px;
      border-radius: 8px;
      background: var(--state-held-ground);
      color: var(--state-held);
      font-weight: 500;
    }
    .row {
      align-items: flex-start;
    }
  `,
})
export class MannersCard {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly dates = inject(Dates);
  protected readonly store = inject(MannersStore);
  protected readonly mayLift = inject(Session).can('customer.block');
  protected readonly busy = signal(false);
  protected readonly trouble = signal<unknown>(undefined);

  protected async lift(): Promise<void> {
    this.busy.set(true);
    this.trouble.set(undefined);
    try {
      await this.store.lift();
    } catch (error) {
      this.trouble.set(troubleOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
