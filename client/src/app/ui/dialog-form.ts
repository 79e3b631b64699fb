import { booleanAttribute, Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { Words } from '../core/words';
import { TroubleNote } from './trouble-note';

/** A dialog that is filled in and sent: its title, what was refused, its fields, and the two ways out. */
@Component({
  selector: 'cd-dialog-form',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, TroubleNote],
  template: `
    <h2 mat-dialog-title>{{ name() }}</h2>
    <form novalidate (submit)="send($event)">
      <mat-dialog-content class="form">
        @if (trouble(); as trouble) {
          <cd-trouble [of]="trouble" />
        }
        <ng-content />
        @if (wrong() !== undefined) {
          <p class="small-type wrong" role="status">{{ wrong() }}</p>
        }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button mat-button type="button" mat-dialog-close>{{ t('do.cancel') }}</button>
        <button mat-flat-button type="submit" [disabled]="blocked()">{{ deed() || t('do.save') }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    :host {
      display: contents;
    }
    .wrong {
      color: var(--mat-sys-error);
    }
  `,
})
export class DialogForm {
  readonly name = input.required<string>();
  /** What the button says it does; to save, where nothing is said. */
  readonly deed = input('');
  /** It is on its way, or cannot be sent yet. */
  readonly blocked = input(false, { transform: booleanAttribute });
  readonly trouble = input<unknown>();
  /** What is still missing, once it was tried; empty while nothing is. */
  readonly wrong = input<string>();
  readonly sent = output();
  protected readonly t = inject(Words).t;

  protected send(event: Event): void {
    event.preventDefault();
    this.sent.emit();
  }
}
