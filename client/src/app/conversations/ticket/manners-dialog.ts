import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import type { ConversationRow } from '@candour/shared/conversations.js';
import { BLOCK_DAYS_MOST, BlockAsk, type BlockReason, blockReasons } from '@candour/shared/blocks.js';
import { DAY } from '@candour/shared/instant.js';
import { warnings } from '@candour/shared/warnings.js';
import { Dates } from '../../core/dates';
import { Now } from '../../core/now';
import { Words } from '../../core/words';
import { DialogForm } from '../../ui/dialog-form';
import { deskFields } from '../../ui/fields';
import { Sending } from '../../ui/sending';
import { MannersStore } from './manners.store';

/** Warns somebody who grows abusive, or keeps them from beginning chats for a while: what will happen, and why. */
@Component({
  selector: 'cd-manners-dialog',
  imports: [DialogForm, MatFormField, MatInput, MatLabel, MatOption, MatSelect],
  providers: [deskFields],
  template: `
    <cd-dialog-form
      [name]="words.of('manners', data.kind === 'warn' ? 'warnTitle' : 'blockTitle')"
      [deed]="words.of('manners', data.kind === 'warn' ? 'warn' : 'block')"
      [trouble]="sending.trouble()"
      [blocked]="sending.busy() || !ready()"
      (sent)="send()"
    >
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
    </cd-dialog-form>
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
  protected readonly ready = computed(() => this.data.kind === 'warn' || this.ask() !== undefined);
  protected readonly sending = new Sending();

  protected send(): Promise<void> {
    return this.sending.send(this.ready() || undefined, async () => {
      const ask = this.ask();
      if (this.data.kind === 'warn') await this.manners.warn();
      else if (ask) await this.manners.block(ask);
      this.ref.close();
    });
  }
}
