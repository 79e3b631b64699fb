import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { ReturnMove, verdictCodes, type VerdictCode } from '@candour/shared/returns.js';
import { Words } from '../core/words';
import { DialogForm } from '../ui/dialog-form';
import { deskFields } from '../ui/fields';
import { Sending } from '../ui/sending';
import { ReturnMoves, type MoveOf } from './move-of';

/** Reasons that a return is declined for; a withdrawal only for one of its own. */
const declines = verdictCodes.filter(
  (code) => !['withdrawal-open', 'withdrawal-before-delivery', 'guarantee-open', 'window-open'].includes(code),
);

/** Why it is declined, canceled, given up or settled without money: the return keeps it. */
@Component({
  selector: 'cd-why-dialog',
  imports: [DialogForm, MatFormField, MatInput, MatLabel, MatOption, MatSelect],
  providers: [deskFields],
  template: `
    <cd-dialog-form
      [name]="t('returns.title', { number: data.of.number })"
      [deed]="words.of('returnDeed', data.name)"
      [trouble]="sending.trouble()"
      [blocked]="sending.busy() || !move()"
      (sent)="send()"
    >
      @if (data.name === 'decline') {
        <mat-form-field>
          <mat-label>{{ t('refund.reason') }}</mat-label>
          <mat-select [value]="code()" (valueChange)="code.set($event)">
            @for (one of codes; track one) {
              <mat-option [value]="one">{{ words.of('returnVerdict', one) }}</mat-option>
            }
          </mat-select>
        </mat-form-field>
      }
      <mat-form-field>
        <mat-label>{{ t('refund.why') }}</mat-label>
        <textarea #area matInput rows="3" maxlength="500" (input)="why.set(area.value)"></textarea>
      </mat-form-field>
    </cd-dialog-form>
  `,
})
export class WhyDialog {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly ref = inject<MatDialogRef<WhyDialog, boolean>>(MatDialogRef);
  private readonly moves = inject(ReturnMoves);
  protected readonly data = inject<MoveOf>(MAT_DIALOG_DATA);
  protected readonly codes = declines.filter(
    (code) => this.data.of.kind !== 'withdrawal' || code.startsWith('withdrawal-'),
  );
  protected readonly code = signal<VerdictCode | undefined>(undefined);
  protected readonly why = signal('');
  protected readonly sending = new Sending();
  protected readonly move = computed(() => {
    const why = this.why().trim();
    const { name } = this.data;
    const ask = { move: name, ...(why === '' ? {} : { why }), ...(name === 'decline' ? { code: this.code() } : {}) };
    return ReturnMove.safeParse(ask).data;
  });

  protected send(): Promise<void> {
    return this.sending.send(this.move(), async (move) => {
      await this.moves.make(this.data, move);
      this.ref.close(true);
    });
  }
}
