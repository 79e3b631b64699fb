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
  /** What called this person while the page was out of sight. */
  readonly missed = signal(0);
  /** Whether the person wants figures in the title. */
  readonly counts = signal(true);

  constructor() {
    super();
    effect(() => {
      const key = this.key();
      const page = key ? `${this.words.t(key as WordKey)} · Candour` : 'Candour';
      const figure = this.counts() ? this.waiting() + this.missed() : 0;
      this.title.setTitle(figure > 0 ? `(${figure}) ${page}` : page);
    });
  }

  override updateTitle(state: RouterStateSnapshot): void {
    this.key.set(this.buildTitle(state));
  }
}
