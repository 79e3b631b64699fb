import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import type { ConversationRow } from '@candour/shared/conversations.js';
import { BLOCK_DAYS_MOST, BlockAsk, type BlockReason, blockReasons } from '@candour/shared/blocks.js';
import { DAY } from '@candour/shared/instant.js';
import { warnings } from '@candour/shared/warnings.js';
import { Dates } from '../../core/dates';
import { Now } from '../../core/now';
import { troubleOf } from '../../core/problems';
import { Words } from '../../core/words';
import { deskFields } from '../../ui/fields';
import { TroubleNote } from '../../ui/trouble-note';
import { MannersStore } from './manners.store';

/** Warns somebody who grows abusive, or keeps them from beginning chats for a while: what will happen, and why. */
@Component({
  selector: 'cd-manners-dialog',
  imports: [
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatFormField,
    MatInput,
    MatLabel,
    MatOption,
    MatSelect,
    TroubleNote,
  ],
  providers: [deskFields],
  template: `
    <h2 mat-dialog-title>{{ words.of('manners', data.kind === 'warn' ? 'warnTitle' : 'blockTitle') }}</h2>
    <form novalidate (submit)="send($event)">
      <mat-dialog-content class="form">
        @if (trouble(); as trouble) {
          <cd-trouble [of]="trouble" />
        }
        @if (data.kind === 'warn') {
          <p>{{ t('manners.warnText') }}</p>
          <blockquote [attr.lang]="data.row.language">{{ warning }}</blockquote>
        } @else {
          <p>{{ t('manners.blockText') }}</p>
          <div class="fields">
            <mat-form-field>
              <mat-label>{{ t('manners.reason') }}</mat-label>
              <mat-select [value]="reason()" (valueChange)="reason.set($event)">
                @for (one of reasons; track one) {
                  <mat-option [value]="one">{{ words.of('blockReason', one) }}</mat-option>
                }
              </mat-select>
            </mat-form-field>
            <mat-form-field>
              <mat-label>{{ t('manners.days') }}</mat-label>
              <input
                #field
                matInput
                type="number"
                min="1"
                [max]="most"
                [value]="days()"
                [attr.aria-invalid]="!ask()"
                (input)="days.set(field.valueAsNumber)"
              />
            </mat-form-field>
          </div>
          <p class="quiet small-type">
            {{ until() ? t('manners.until', { at: until()! }) : t('manners.daysUnfit', { most }) }}
          </p>
        }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button mat-button type="button" mat-dialog-close>{{ t('do.cancel') }}</button>
        <button mat-flat-button type="submit" [disabled]="busy() || (data.kind === 'block' && !ask())">
          {{ words.of('manners', data.kind === 'warn' ? 'warn' : 'block') }}
        </button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    blockquote {
      margin: 0;
      padding: 10px 14px;
      border-radius: 12px;
      background: var(--mat-sys-primary-container);
      color: var(--mat-sys-on-primary-container);
    }
    .fields {
      display: grid;
      grid-template-columns: 1fr 120px;
      gap: 8px;
      padding-top: 4px;
    }
  `,
})
export class MannersDialog {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly data = inject<{ readonly row: ConversationRow; readonly kind: 'warn' | 'block' }>(MAT_DIALOG_DATA);
  private readonly manners = inject(MannersStore);
  private readonly dates = inject(Dates);
  private readonly now = inject(Now);
  private readonly ref = inject<MatDialogRef<MannersDialog, undefined>>(MatDialogRef);
  protected readonly reasons = blockReasons;
  protected readonly most = BLOCK_DAYS_MOST;
  protected readonly warning = warnings[this.data.row.language];
  protected readonly reason = signal<BlockReason>('abuse');
  protected readonly days = signal(7);
  protected readonly ask = computed(() => BlockAsk.safeParse({ reason: this.reason(), days: this.days() }).data);
  protected readonly until = computed(() => {
    const ask = this.ask();
    return ask && this.dates.moment(this.now.at() + ask.days * DAY);
  });
  protected readonly busy = signal(false);
  protected readonly trouble = signal<unknown>(undefined);

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const ask = this.ask();
    if (this.busy() || (this.data.kind === 'block' && !ask)) return;
    this.busy.set(true);
    this.trouble.set(undefined);
    try {
      if (this.data.kind === 'warn') await this.manners.warn();
      else if (ask) await this.manners.block(ask);
      this.ref.close();
    } catch (error) {
      this.trouble.set(troubleOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
