import { Component, computed, input, model, output, signal } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { IconName } from '../core/icons';

/** One line of a list that is narrowed by typing. */
export interface Pick {
  readonly id: string;
  readonly words: string;
  /** Beside it, quieter; found by it too. */
  readonly more?: string | undefined;
  readonly icon?: IconName | undefined;
  readonly key?: string | undefined;
  /** Shown whatever is typed. */
  readonly always?: boolean;
}

/** Something found by typing and picked by mouse or keys. A combobox over a listbox (WAI-ARIA). */
@Component({
  selector: 'cd-pick-list',
  imports: [MatIcon],
  template: `
    <div class="ask">
      <mat-icon svgIcon="search" aria-hidden="true" />
      <input
        #field
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls="pick-list"
        aria-autocomplete="list"
        autocomplete="off"
        spellcheck="false"
        cdkFocusInitial
        [attr.maxlength]="max()"
        [attr.aria-activedescendant]="found().length ? 'pick-' + at() : null"
        [attr.aria-label]="label()"
        [placeholder]="placeholder()"
        [value]="asked()"
        (input)="ask(field.value)"
        (keydown)="press($event)"
      />
    </div>
    <div id="pick-list" role="listbox" [attr.aria-label]="label()">
      @for (one of found(); track one.id; let i = $index) {
        <button
          type="button"
          role="option"
          tabindex="-1"
          [id]="'pick-' + i"
          [class.here]="i === at()"
          [attr.aria-selected]="i === at()"
          (mousemove)="at.set(i)"
          (click)="picked.emit(one.id)"
        >
          @if (one.icon; as icon) {
            <mat-icon [svgIcon]="icon" aria-hidden="true" />
          }
          <span class="grow cut">{{ one.words }}</span>
          @if (one.more; as more) {
            <span class="quiet small-type figures">{{ more }}</span>
          }
          @if (one.key; as key) {
            <kbd>{{ key }}</kbd>
          }
        </button>
      } @empty {
        <p class="quiet">{{ nothing() }}</p>
      }
    </div>
  `,
  styleUrl: './pick-list.scss',
})
export class PickList {
  readonly items = input.required<readonly Pick[]>();
  readonly label = input.required<string>();
  readonly placeholder = input('');
  /** Said where nothing fits what was typed. */
  readonly nothing = input('');
  readonly max = input<number>();
  readonly asked = model('');
  /** The id of what was picked. */
  readonly picked = output<string>();
  protected readonly at = signal(0);
  protected readonly found = computed(() => {
    const wanted = plain(this.asked()).split(/\s+/).filter(Boolean);
    return this.items().filter(({ words, more, always }) => {
      const said = plain(`${words} ${more ?? ''}`);
      return always || wanted.every((word) => said.includes(word));
    });
  });

  protected ask(text: string): void {
    this.asked.set(text);
    this.at.set(0);
  }

  protected press(event: KeyboardEvent): void {
    const found = this.found();
    const count = found.length;
    if (count === 0) return;
    const at = Math.min(this.at(), count - 1);
    if (event.key === 'ArrowDown') this.at.set((at + 1) % count);
    else if (event.key === 'ArrowUp') this.at.set((at + count - 1) % count);
    else if (event.key === 'Enter') this.picked.emit(found[at]!.id);
    else return;
    event.preventDefault();
  }
}

/** Without case and accents, so that `a propos` finds `À propos`. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
