import { Component, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { IconName } from '../core/icons';

/** Nothing here, said kindly. */
@Component({
  selector: 'cd-empty',
  imports: [MatIcon],
  template: `
    <mat-icon [svgIcon]="icon()" aria-hidden="true" />
    <p class="title">{{ title() }}</p>
    <p class="quiet"><ng-content /></p>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      align-items: center;
      gap: 4px;
      padding: 48px 24px;
      text-align: center;
    }
    mat-icon.mat-icon {
      width: 36px;
      height: 36px;
      margin-bottom: 8px;
      color: var(--mat-sys-outline);
    }
    .title {
      font-weight: 600;
    }
    p {
      max-width: 44ch;
    }
  `,
})
export class Empty {
  readonly icon = input<IconName>('inbox');
  readonly title = input.required<string>();
}
