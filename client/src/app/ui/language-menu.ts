import { Component, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import type { Language } from '@candour/shared/words.js';
import { languages } from '@candour/shared/words.js';
import { Words } from '../core/words';

/** Languages in their own words, so that one finds one's own whatever is set. */
const own: Record<Language, string> = { en: 'English', de: 'Deutsch', fr: 'Français', es: 'Español' };

@Component({
  selector: 'cd-language-menu',
  imports: [MatIcon, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger],
  template: `
    <button mat-icon-button type="button" [matMenuTriggerFor]="menu" [attr.aria-label]="t('language.choose')">
      <mat-icon svgIcon="translate" />
    </button>
    <mat-menu #menu="matMenu" xPosition="before">
      @for (language of languages; track language) {
        <button
          mat-menu-item
          type="button"
          role="menuitemradio"
          [attr.aria-checked]="language === words.language()"
          [lang]="language"
          (click)="words.use(language)"
        >
          <mat-icon [svgIcon]="language === words.language() ? 'check' : 'language'" />{{ own[language] }}
        </button>
      }
    </mat-menu>
  `,
})
export class LanguageMenu {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly languages = languages;
  protected readonly own = own;
}
