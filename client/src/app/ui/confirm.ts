import { Component, inject, Injectable } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { Words } from '../core/words';

export interface Question {
  readonly title: string;
  readonly text: string;
  /** The deed itself, as the button says it. */
  readonly deed: string;
}

@Component({
  selector: 'cd-confirm-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `
    <h2 mat-dialog-title>{{ question.title }}</h2>
    <mat-dialog-content>{{ question.text }}</mat-dialog-content>
    <mat-dialog-actions align="end">
      <button mat-button type="button" cdkFocusInitial [mat-dialog-close]="false">{{ t('do.cancel') }}</button>
      <button mat-flat-button type="button" [mat-dialog-close]="true">{{ question.deed }}</button>
    </mat-dialog-actions>
  `,
})
class ConfirmDialog {
  protected readonly t = inject(Words).t;
  protected readonly question = inject<Question>(MAT_DIALOG_DATA);
}

/** Asks before what cannot be taken back. */
@Injectable({ providedIn: 'root' })
export class Confirm {
  private readonly dialog = inject(MatDialog);

  async ask(question: Question): Promise<boolean> {
    const ref = this.dialog.open<ConfirmDialog, Question, boolean>(ConfirmDialog, {
      data: question,
      role: 'alertdialog',
    });
    return (await firstValueFrom(ref.afterClosed())) === true;
  }
}
