import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { ReturnMove, returnResolutions, type ReturnResolution } from '@candour/shared/returns.js';
import { Words } from '../core/words';
import { minorOf } from '../ui/amounts';
import { DialogForm } from '../ui/dialog-form';
import { deskFields } from '../ui/fields';
import { Sending } from '../ui/sending';
import { ReturnMoves, type MoveOf } from './move-of';

/** What the customer gets for what was accepted, and what the goods lost in value, if they did. */
@Component({
  selector: 'cd-resolve-dialog',
  imports: [DialogForm, MatFormField, MatHint, MatInput, MatLabel, MatOption, MatSelect],
  providers: [deskFields],
  template: `
    <cd-dialog-form
      [name]="t('returns.title', { number: data.of.number })"
      [deed]="words.of('returnDeed', data.name)"
      [trouble]="sending.trouble()"
      [blocked]="sending.busy() || !move()"
      (sent)="send()"
    >
      <mat-form-field>
        <mat-label>{{ t('returns.resolution') }}</mat-label>
        <mat-select [value]="resolution()" (valueChange)="resolution.set($event)">
          @for (one of resolutions; track one) {
            <mat-option [value]="one">{{ words.of('returnResolution', one) }}</mat-option>
          }
        </mat-select>
        @if (data.of.kind === 'withdrawal') {
          <mat-hint>{{ t('returns.resolutionLaw') }}</mat-hint>
        }
      </mat-form-field>
      @if (resolution() === 'refund' || resolution() === 'store_credit') {
        <mat-form-field>
          <mat-label>{{ t('returns.valueLost') }}</mat-label>
          <input #lost matInput inputmode="decimal" autocomplete="off" (input)="valueLost.set(lost.value)" />
          <mat-hint>{{ t('returns.valueLostMore') }}</mat-hint>
        </mat-form-field>
      }
      <mat-form-field>
        <mat-label>{{ t('refund.why') }}</mat-label>
        <textarea #area matInput rows="2" maxlength="500" (input)="why.set(area.value)"></textarea>
      </mat-form-field>
    </cd-dialog-form>
  `,
})
export class ResolveDialog {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly ref = inject<MatDialogRef<ResolveDialog, boolean>>(MatDialogRef);
  private readonly moves = inject(ReturnMoves);
  protected readonly data = inject<MoveOf>(MAT_DIALOG_DATA);
  protected readonly resolutions = returnResolutions.filter(
    (one) => this.data.of.kind !== 'withdrawal' || one === 'refund' || one === this.data.of.wanted,
  );
  protected readonly resolution = signal<ReturnResolution>(this.data.of.wanted);
  protected readonly valueLost = signal('');
  protected readonly why = signal('');
  protected readonly sending = new Sending();
  protected readonly move = computed(() => {
    const lost = this.valueLost().trim();
    const why = this.why().trim();
    const ask = {
      ...{ move: 'resolve', resolution: this.resolution() },
      // What is no amount is no move either.
      ...(lost === '' ? {} : { valueLost: minorOf(lost) ?? Number.NaN }),
      ...(why === '' ? {} : { why }),
    };
    return ReturnMove.safeParse(ask).data;
  });

  protected send(): Promise<void> {
    return this.sending.send(this.move(), async (move) => {
      await this.moves.make(this.data, move);
      this.ref.close(true);
    });
  }
}
