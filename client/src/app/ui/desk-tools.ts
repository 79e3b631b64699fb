import { Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Session } from '../core/session';
import { Words } from '../core/words';

/** From canned replies to macros to automations, which are written side by side. */
@Component({
  selector: 'cd-desk-tools',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav [attr.aria-label]="t('section.replies')">
      <a routerLink="/replies" routerLinkActive="on" ariaCurrentWhenActive="page">{{ t('title.replies') }}</a>
      <a routerLink="/macros" routerLinkActive="on" ariaCurrentWhenActive="page">{{ t('title.macros') }}</a>
      @if (automates) {
        <a routerLink="/automations" routerLinkActive="on" ariaCurrentWhenActive="page">
          {{ t('title.automations') }}
        </a>
      }
    </nav>
  `,
  styles: `
    nav {
      display: flex;
      flex-wrap: wrap;
      gap: 4px;
      margin-bottom: 16px;
      border-bottom: var(--edge);
    }
    a {
      padding: 8px 12px;
      border-bottom: 2px solid transparent;
      color: var(--mat-sys-on-surface-variant);
      font-weight: 500;
      text-decoration: none;
    }
    a.on {
      border-color: var(--mat-sys-primary);
      color: var(--mat-sys-primary);
    }
  `,
})
export class DeskTools {
  protected readonly t = inject(Words).t;
  protected readonly automates = inject(Session).can('automation.manage');
}
