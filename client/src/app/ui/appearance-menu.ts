import { Component, computed, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import type { AppearanceChoice } from '../core/appearance';
import { Appearance, appearances } from '../core/appearance';
import type { IconName } from '../core/icons';
import { Words } from '../core/words';

const icons: Record<AppearanceChoice, IconName> = { system: 'contrast', light: 'light_mode', dark: 'dark_mode' };

@Component({
  selector: 'cd-appearance-menu',
  imports: [MatIcon, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger],
  template: `
    <button mat-icon-button type="button" [matMenuTriggerFor]="menu" [attr.aria-label]="t('appearance.choose')">
      <mat-icon [svgIcon]="icon()" />
    </button>
    <mat-menu #menu="matMenu" xPosition="before">
      @for (choice of appearances; track choice) {
        <button
          mat-menu-item
          type="button"
          role="menuitemradio"
          [attr.aria-checked]="choice === appearance.choice()"
          (click)="appearance.use(choice)"
        >
          <mat-icon [svgIcon]="choice === appearance.choice() ? 'check' : icons[choice]" />
          {{ words.of('appearance', choice) }}
        </button>
      }
    </mat-menu>
  `,
})
export class AppearanceMenu {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly appearance = inject(Appearance);
  protected readonly appearances = appearances;
  protected readonly icons = icons;
  protected readonly icon = computed(() => icons[this.appearance.choice()]);
}
