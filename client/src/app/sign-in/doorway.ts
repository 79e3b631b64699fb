import { Component, inject, input } from '@angular/core';
import { AppearanceMenu } from '../ui/appearance-menu';
import { LanguageMenu } from '../ui/language-menu';
import { Words } from '../core/words';

/** The page before the desk: one card, the language at hand. */
@Component({
  selector: 'cd-doorway',
  imports: [AppearanceMenu, LanguageMenu],
  template: `
    <header><cd-language-menu /><cd-appearance-menu /></header>
    <main>
      <p class="brand"><img src="/candour.svg" alt="" width="32" height="32" />Candour</p>
      <h1>{{ title() }}</h1>
      <ng-content />
    </main>
    <footer class="quiet small-type">{{ t('signIn.promise') }}</footer>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-rows: 48px 1fr auto;
      min-height: 100dvh;
      background: var(--mat-sys-surface-container);
    }
    header {
      display: flex;
      justify-content: flex-end;
      align-items: center;
      padding: 0 8px;
    }
    main {
      align-self: center;
      justify-self: center;
      width: min(400px, calc(100vw - 32px));
      padding: 32px;
      border-radius: 16px;
      background: var(--mat-sys-surface-container-lowest);
    }
    .brand {
      display: flex;
      align-items: center;
      gap: 10px;
      margin-bottom: 24px;
      font-size: 1.125rem;
      font-weight: 650;
      letter-spacing: -0.02em;
    }
    h1 {
      margin-bottom: 20px;
      font-size: 1.375rem;
    }
    footer {
      padding: 16px;
      text-align: center;
    }
    @media (max-width: 480px) {
      main {
        padding: 24px 20px;
      }
    }
  `,
})
export class Doorway {
  readonly title = input.required<string>();
  protected readonly t = inject(Words).t;
}
