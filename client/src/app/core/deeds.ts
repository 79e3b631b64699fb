import { Injectable, computed, signal } from '@angular/core';
import { store, stored } from './storage';
import type { WordKey } from './words';

/** Something a person can do here: listed in the palette, on its key, and on the sheet of keys. */
export interface Deed {
  id: string;
  word: WordKey;
  group: 'go' | 'inbox' | 'conversation' | 'desk';
  icon?: string;
  /** As `KeyboardEvent.key` spells it. */
  key?: string;
  run: () => void;
  /** Absent: always possible. */
  possible?: () => boolean;
  /** On its key only; too small for the palette. */
  keyOnly?: boolean;
}

const LETTERS = 'candour.one-letter-keys';

/** The register of deeds. The last one registered for a key wins, and gives it back when it goes. */
@Injectable({ providedIn: 'root' })
export class Deeds {
  private readonly all = signal<readonly Deed[]>([]);
  readonly offered = computed(() => this.all().filter((deed) => deed.possible?.() ?? true));
  /** Whether one-letter keys work; who speaks to their device turns them off (WCAG 2.1.4). */
  readonly letters = signal(stored(LETTERS) !== 'off');
  readonly withKeys = computed(() => this.all().filter((deed) => deed.key));

  turnLetters(on: boolean): void {
    this.letters.set(on);
    store(LETTERS, on ? null : 'off');
  }

  /** Offers deeds until the returned function is called. */
  offer(deeds: readonly Deed[]): () => void {
    this.all.update((all) => [...all, ...deeds]);
    return () => this.all.update((all) => all.filter((deed) => !deeds.includes(deed)));
  }

  /** Answers a key press; true where a deed took it. */
  press(event: KeyboardEvent): boolean {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
    if (owned(event.target, event.key) || (event.key.length === 1 && !this.letters())) return false;
    const deed = this.offered().findLast((one) => one.key === event.key);
    if (!deed) return false;
    // Enter on a button or link is that button's own.
    if (event.key === 'Enter' && event.target instanceof Element && event.target.closest('a, button, summary')) {
      return false;
    }
    event.preventDefault();
    deed.run();
    return true;
  }
}

/** Fields own every key but Escape; menus and dialogs own all. */
function owned(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('[role="menu"], [role="listbox"], [role="dialog"]')) return true;
  return (
    key !== 'Escape' && (target.isContentEditable || !!target.closest('input, textarea, select, [role="combobox"]'))
  );
}
