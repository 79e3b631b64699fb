import { Injectable, effect, inject, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import type { RouterStateSnapshot } from '@angular/router';
import { TitleStrategy } from '@angular/router';
import type { WordKey } from './words';
import { Words } from './words';

/** Route titles are keys of the catalogue, so that a change of language changes the tab too. */
@Injectable({ providedIn: 'root' })
export class DeskTitles extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly words = inject(Words);
  private readonly key = signal<string | undefined>(undefined);
  /** How much waits for this person, shown before the title. */
  readonly waiting = signal(0);

  constructor() {
    super();
    effect(() => {
      const key = this.key();
      const page = key ? `${this.words.t(key as WordKey)} · Candour` : 'Candour';
      this.title.setTitle(this.waiting() > 0 ? `(${this.waiting()}) ${page}` : page);
    });
  }

  override updateTitle(state: RouterStateSnapshot): void {
    this.key.set(this.buildTitle(state));
  }
}
