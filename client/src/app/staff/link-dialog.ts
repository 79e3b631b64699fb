import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import type { SignInLink, StaffMember } from '@candour/shared/staff.js';
import { Dates } from '../core/dates';
import { Words } from '../core/words';

/** The one moment a one-time link is shown. */
@Component({
  selector: 'cd-link-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, MatIcon],
  template: `
    <h2 mat-dialog-title>{{ t('staff.linkTitle', { name: data.member.name }) }}</h2>
    <mat-dialog-content class="form">
      <p>{{ t('staff.linkMore', { until: dates.moment(data.link.expiresAt) }) }}</p>
      <input #field readonly [value]="data.link.url" [attr.aria-label]="t('staff.link')" (focus)="field.select()" />
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button mat-button type="button" mat-dialog-close>{{ t('do.close') }}</button>
      <button mat-flat-button type="button" cdkFocusInitial (click)="copy(field)">
        <mat-icon [svgIcon]="copied() ? 'check' : 'content_copy'" />
        <span aria-live="polite">{{ copied() ? t('do.copied') : t('staff.linkCopy') }}</span>
      </button>
    </mat-dialog-actions>
  `,
  styles: `
    input {
      width: 100%;
      height: 40px;
      padding: 0 12px;
      border: 1px solid var(--mat-sys-outline);
      border-radius: 8px;
      background: var(--mat-sys-surface-container-lowest);
      color: inherit;
      font-family: ui-monospace, monospace;
      font-size: var(--size-small);
    }
  `,
})
export class LinkDialog {
  protected readonly t = inject(Words).t;
  protected readonly dates = inject(Dates);
  protected readonly data = inject<{ member: StaffMember; link: SignInLink }>(MAT_DIALOG_DATA);
  protected readonly copied = signal(false);

  protected async copy(field: HTMLInputElement): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.data.link.url);
      this.copied.set(true);
    } catch {
      // Without leave to write the clipboard the person copies what is selected.
      field.focus();
    }
  }
}
