import { Component, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';

/** Beside the button of a form: what does not fit yet, or that it is saved. */
@Component({
  selector: 'cd-form-state',
  imports: [MatIcon],
  host: { role: 'status' },
  template: `
    @if (wrong(); as wrong) {
      <span class="mark breached"><mat-icon class="small" svgIcon="error" aria-hidden="true" />{{ wrong }}</span>
    } @else if (saved(); as saved) {
      <span class="mark done"><mat-icon class="small" svgIcon="check" aria-hidden="true" />{{ saved }}</span>
    }
  `,
  styles: `
    .mark {
      white-space: normal;
    }
  `,
})
export class FormState {
  readonly wrong = input<string>();
  readonly saved = input<string>();
}
