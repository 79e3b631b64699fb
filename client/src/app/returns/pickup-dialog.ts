import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { ReturnMove } from '@candour/shared/returns.js';
import { Words } from '../core/words';
import { DialogForm } from '../ui/dialog-form';
import { deskFields } from '../ui/fields';
import { MomentField } from '../ui/moment-field';
import { Sending } from '../ui/sending';
import { ReturnMoves, type MoveOf } from './move-of';

/** Who fetches the goods, and between when. */
@Component({
  selector: 'cd-pickup-dialog',
  imports: [DialogForm, MatFormField, MatInput, MatLabel, MomentField],
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
        <mat-label>{{ t('returns.carrier') }}</mat-label>
        <input #who matInput autocomplete="off" maxlength="100" (input)="carrier.set(who.value)" />
      </mat-form-field>
      <cd-moment-field [label]="t('returns.from')" [(at)]="from" />
      <cd-moment-field [label]="t('returns.until')" [(at)]="until" />
    </cd-dialog-form>
  `,
})
export class PickupDialog {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly ref = inject<MatDialogRef<PickupDialog, boolean>>(MatDialogRef);
  private readonly moves = inject(ReturnMoves);
  protected readonly data = inject<MoveOf>(MAT_DIALOG_DATA);
  protected readonly carrier = signal('');
  protected readonly from = signal<number | undefined>(undefined);
  protected readonly until = signal<number | undefined>(undefined);
  protected readonly sending = new Sending();
  protected readonly move = computed(
    () =>
      ReturnMove.safeParse({ move: 'pickup', carrier: this.carrier(), from: this.from(), until: this.until() }).data,
  );

  protected send(): Promise<void> {
    return this.sending.send(this.move(), async (move) => {
      await this.moves.make(this.data, move);
      this.ref.close(true);
    });
  }
}
