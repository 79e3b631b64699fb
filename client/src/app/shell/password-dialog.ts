import { Component, inject, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import {
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSnackBar } from '@angular/material/snack-bar';
import { ChangePassword } from '@candour/shared/staff.js';
import { Api } from '../core/api';
import { Words } from '../core/words';
import { FieldWords } from '../ui/field-words';
import { deskFields } from '../ui/fields';
import { sendForm } from '../ui/form';
import { TroubleNote } from '../ui/trouble-note';

@Component({
  selector: 'cd-password-dialog',
  imports: [
    FormField,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatError,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
    TroubleNote,
  ],
  providers: [deskFields],
  template: `
    <h2 mat-dialog-title>{{ t('profile.password') }}</h2>
    <form novalidate (submit)="change($event)">
      <mat-dialog-content class="form">
        @if (trouble(); as trouble) {
          <cd-trouble [of]="trouble" />
        }
        <mat-form-field>
          <mat-label>{{ t('password.current') }}</mat-label>
          <input matInput type="password" autocomplete="current-password" [formField]="form.current" />
          <mat-error>{{ fields.first(form.current().errors(), form.current().value()) }}</mat-error>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ t('password.next') }}</mat-label>
          <input matInput type="password" autocomplete="new-password" [formField]="form.next" />
          <mat-hint>{{ t('password.hint') }}</mat-hint>
          <mat-error>{{ fields.first(form.next().errors(), form.next().value()) }}</mat-error>
        </mat-form-field>
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button mat-button type="button" mat-dialog-close>{{ t('do.cancel') }}</button>
        <button mat-flat-button type="submit" [disabled]="form().submitting()">{{ t('password.change') }}</button>
      </mat-dialog-actions>
    </form>
  `,
})
export class PasswordDialog {
  protected readonly t = inject(Words).t;
  protected readonly fields = inject(FieldWords);
  private readonly api = inject(Api);
  private readonly snack = inject(MatSnackBar);
  private readonly ref = inject(MatDialogRef<PasswordDialog>);
  protected readonly trouble = signal<unknown>(undefined);
  protected readonly form = form(signal({ current: '', next: '' }), (path) => {
    validateStandardSchema(path, ChangePassword);
  });

  protected async change(event: Event): Promise<void> {
    event.preventDefault();
    const sent = await sendForm(this.form, this.trouble, (value) =>
      this.api.tell('POST', '/api/session/password', value),
    );
    if (!sent) return;
    this.ref.close();
    this.snack.open(this.t('password.changed'), undefined, { duration: 5_000 });
  }
}
