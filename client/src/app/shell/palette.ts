import { Component, computed, inject, signal } from '@angular/core';
import { MatDialogRef } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import type { Deed } from '../core/deeds';
import { Deeds } from '../core/deeds';
import { Words } from '../core/words';

/** Everything one can do here, found by typing. A combobox over a listbox (WAI-ARIA). */
@Component({
  selector: 'cd-palette',
  imports: [MatIcon],
  template: `
    <div class="ask">
      <mat-icon svgIcon="search" aria-hidden="true" />
      <input
        #field
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-autocomplete="list"
        autocomplete="off"
        spellcheck="false"
        cdkFocusInitial
        [attr.aria-activedescendant]="found().length ? 'palette-' + at() : null"
        [attr.aria-label]="t('palette.title')"
        [placeholder]="t('palette.open')"
        [value]="asked()"
        (input)="ask(field.value)"
        (keydown)="press($event)"
      />
    </div>
    <div id="palette-list" role="listbox" [attr.aria-label]="t('palette.title')">
      @for (deed of found(); track deed.id; let i = $index) {
        <button
          type="button"
          role="option"
          tabindex="-1"
          [id]="'palette-' + i"
          [class.here]="i === at()"
          [attr.aria-selected]="i === at()"
          (mousemove)="at.set(i)"
          (click)="run(deed)"
        >
          @if (deed.icon; as icon) {
            <mat-icon [svgIcon]="icon" aria-hidden="true" />
          }
          <span class="grow cut">{{ t(deed.word) }}</span>
          <span class="quiet small-type">{{ words.of('deedGroup', deed.group) }}</span>
          @if (deed.key; as key) {
            <kbd>{{ key }}</kbd>
          }
        </button>
      } @empty {
        <p class="quiet">{{ t('palette.nothing') }}</p>
      }
    </div>
  `,
  styleUrl: './palette.scss',
})
export class Palette {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly deeds = inject(Deeds);
  private readonly ref = inject(MatDialogRef<Palette>);
  protected readonly asked = signal('');
  protected readonly at = signal(0);
  protected readonly found = computed(() => {
    const wanted = plain(this.asked()).split(/\s+/).filter(Boolean);
    return this.deeds
      .offered()
      .filter((deed) => !deed.keyOnly)
      .filter((deed) => {
        const said = plain(`${this.t(deed.word)} ${this.words.of('deedGroup', deed.group)}`);
        return wanted.every((word) => said.includes(word));
      });
  });

  protected ask(text: string): void {
    this.asked.set(text);
    this.at.set(0);
  }

  protected press(event: KeyboardEvent): void {
    const count = this.found().length;
    if (count === 0) return;
    if (event.key === 'ArrowDown') this.at.update((at) => (at + 1) % count);
    else if (event.key === 'ArrowUp') this.at.update((at) => (at + count - 1) % count);
    else if (event.key === 'Enter') this.run(this.found()[this.at()]!);
    else return;
    event.preventDefault();
  }

  /** Runs once the dialog has given the focus back, so that the deed may take it. */
  protected run(deed: Deed): void {
    this.ref.afterClosed().subscribe(() => deed.run());
    this.ref.close();
  }
}

/** Without case and accents, so that `a propos` finds `À propos`. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
