import { Injectable, signal } from '@angular/core';
import { store, stored } from './storage';

export const appearances = ['system', 'light', 'dark'] as const;
export type AppearanceChoice = (typeof appearances)[number];
const KEPT_AS = 'candour.appearance';

/** Light, dark, or as the system says; `theme.scss` reads the attribute. */
@Injectable({ providedIn: 'root' })
export class Appearance {
  readonly choice = signal<AppearanceChoice>(appearances.find((one) => one === stored(KEPT_AS)) ?? 'system');

  use(choice: AppearanceChoice): void {
    this.choice.set(choice);
    store(KEPT_AS, choice === 'system' ? null : choice);
    this.apply();
  }

  apply(): void {
    document.documentElement.dataset['appearance'] = this.choice();
  }
}
