import { Component, ElementRef, inject, output, viewChild } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { acceptedFiles } from '@candour/shared/file-types.js';
import { Words } from '../../core/words';

@Component({
  selector: 'cd-attach-button',
  imports: [MatIcon, MatIconButton],
  template: `
    <button
      mat-icon-button
      type="button"
      [attr.aria-label]="t('files.attach')"
      [title]="t('files.attach')"
      (click)="field().nativeElement.click()"
    >
      <mat-icon svgIcon="attach_file" />
    </button>
    <input #chosen hidden type="file" multiple tabindex="-1" [accept]="accepted" (change)="tell(chosen)" />
  `,
})
export class AttachButton {
  readonly files = output<readonly File[]>();
  protected readonly t = inject(Words).t;
  protected readonly accepted = acceptedFiles;
  protected readonly field = viewChild.required<ElementRef<HTMLInputElement>>('chosen');

  protected tell(field: HTMLInputElement): void {
    const files = [...(field.files ?? [])];
    // The same file may be chosen again.
    field.value = '';
    if (files.length > 0) this.files.emit(files);
  }
}
