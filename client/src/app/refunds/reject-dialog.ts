import { Component, computed, inject, signal } from '@angular/core';
import { MatDialogRef } from '@angular/material/dialog';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { RefundRejection } from '@candour/shared/refunds.js';
import { Words } from '../core/words';
import { DialogForm } from '../ui/dialog-form';
import { deskFields } from '../ui/fields';

/** Why a refund is not agreed to: whoever asked for it reads it. */
@Component({
  selector: 'cd-reject-dialog',
  imports: [DialogForm, MatFormField, MatInput, MatLabel],
  providers: [deskFields],
  template: `
    <cd-dialog-form [name]="t('refund.rejectTitle')" [deed]="t('refund.reject')" [blocked]="!ask()" (sent)="send()">
      <mat-form-field>
        <mat-label>{{ t('refund.why') }}</mat-label>
        <textarea #area matInput rows="3" maxlength="500" (input)="why.set(area.value)"></textarea>
      </mat-form-field>
    </cd-dialog-form>
  `,
})
export class RejectDialog {
  protected readonly t = inject(Words).t;
  private readonly ref = inject<MatDialogRef<RejectDialog, string>>(MatDialogRef);
  protected readonly why = signal('');
  protected readonly ask = computed(() => RefundRejection.safeParse({ why: this.why() }).data);

  protected send(): void {
    const ask = this.ask();
    if (ask) this.ref.close(ask.why);
  }
}
