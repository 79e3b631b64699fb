import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import type { Conversation } from '@candour/shared/conversations.js';
import { Colleagues } from '@candour/shared/notices.js';
import { as } from '../../core/api';
import { Words } from '../../core/words';
import { begunAt, completed, fitting, namedIn, type Colleague } from './mentions';

/** Roles that may read every conversation; others are named where they take part. */
const everywhere: ReadonlySet<string> = new Set(['lead', 'supervisor']);

/** Names of colleagues while an `@` is being typed in a note. The field stays where the caret is. */
@Component({
  selector: 'cd-mention-picker',
  template: `
    @if (shown().length > 0) {
      <ul id="mentions" role="listbox" [attr.aria-label]="t('mention.list')">
        @for (one of shown(); track one.id; let i = $index) {
          <li
            role="option"
            [id]="'mention-' + i"
            [attr.aria-selected]="i === active()"
            [class.on]="i === active()"
            (mousedown)="$event.preventDefault(); take(one)"
          >
            {{ one.name }} <span class="small-type quiet">{{ words.of('role', one.role) }}</span>
          </li>
        }
      </ul>
    }
  `,
  styles: `
    :host {
      display: block;
      position: relative;
    }
    ul {
      position: absolute;
      bottom: 0;
      left: 12px;
      z-index: 3;
      min-width: 220px;
      margin: 0;
      padding: 4px;
      border: 1px solid var(--mat-sys-outline-variant);
      border-radius: 10px;
      background: var(--mat-sys-surface-container);
      box-shadow: var(--mat-sys-level2);
      list-style: none;
    }
    li {
      padding: 5px 10px;
      border-radius: 6px;
      cursor: pointer;
    }
    .on {
      background: var(--mat-sys-secondary-container);
      color: var(--mat-sys-on-secondary-container);
    }
    .on .quiet {
      color: inherit;
    }
  `,
})
export class MentionPicker {
  readonly conversation = input.required<Conversation>();
  readonly text = input.required<string>();
  readonly caret = input.required<number>();
  readonly on = input.required<boolean>();
  readonly picked = output<{ text: string; caret: number }>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly chosen = signal<readonly Colleague[]>([]);
  /** Of the one that was dismissed, so that it stays so while it is typed on. */
  private readonly dismissed = signal<number | undefined>(undefined);
  private readonly begun = computed(() => (this.on() ? begunAt(this.text(), this.caret()) : undefined));
  private readonly wanted = computed(() => this.begun() !== undefined);
  private readonly colleagues = httpResource(() => (this.wanted() ? '/api/colleagues' : undefined), {
    parse: as(Colleagues),
  });
  private readonly known = signal<Colleagues>([]);
  /** Whoever may not read it cannot be named; the server asks again. */
  private readonly readers = computed(() => {
    const { assignee, participants = [], status } = this.conversation();
    const there = new Set([assignee?.id, ...participants.map(({ id }) => id)]);
    return this.known().filter(({ id, role }) => status === 'queued' || everywhere.has(role) || there.has(id));
  });
  protected readonly shown = computed(() => {
    const begun = this.begun();
    return begun && begun.at !== this.dismissed() ? fitting(this.readers(), begun.letters) : [];
  });
  protected readonly active = signal(0);
  /** Id of the option that Enter takes, for the field's `aria-activedescendant`. */
  readonly activeId = computed(() => (this.shown().length > 0 ? `mention-${this.active()}` : null));

  constructor() {
    effect(() => {
      if (this.colleagues.hasValue()) this.known.set(this.colleagues.value());
    });
    effect(() => {
      this.shown();
      untracked(() => this.active.set(0));
    });
  }

  /** A key in the field; true where it was for the list. */
  press({ key }: KeyboardEvent): boolean {
    const all = this.shown();
    if (all.length === 0) return false;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      this.active.update((i) => (i + (key === 'ArrowDown' ? 1 : -1) + all.length) % all.length);
    } else if (key === 'Escape') this.dismissed.set(this.begun()?.at);
    else if (key === 'Enter' || key === 'Tab') this.take(all[this.active()]);
    else return false;
    return true;
  }

  /** Those who are named in a text that is about to be sent. */
  named(text: string): string[] {
    return namedIn(text, this.chosen());
  }

  protected take(one: Colleague | undefined): void {
    const begun = this.begun();
    if (!one || !begun) return;
    this.chosen.update((all) => [...all, one]);
    this.picked.emit(completed(this.text(), begun, one.name));
  }
}
