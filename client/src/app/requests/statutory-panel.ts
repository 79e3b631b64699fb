import { Component, inject } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { Words } from '../core/words';

/** On a conversation about privacy: its deadline is the law's, not the desk's. */
@Component({
  selector: 'cd-statutory',
  imports: [MatIcon],
  template: `
    <span class="mark held" [title]="t('request.statutoryMore')">
      <mat-icon class="small" svgIcon="gpp_maybe" aria-hidden="true" />{{ t('request.statutory') }}
    </span>
  `,
})
export class StatutoryMark {
  protected readonly t = inject(Words).t;
}
