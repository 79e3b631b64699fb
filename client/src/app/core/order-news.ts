import { DestroyRef, effect, inject, signal, untracked } from '@angular/core';
import { Live } from './live';

interface Asked {
  isLoading(): boolean;
  reload(): boolean;
}

/**
 * Asks again for what is shown of an order whenever it moved, or the line was lost meanwhile. What is told while an
 * answer is on its way is asked for once more after it, for that answer may be older.
 */
export function askedAgain(orderId: () => string, ...asked: readonly Asked[]): void {
  const live = inject(Live);
  const moved = signal(0);
  const stop = live.on('order:moved', (id) => {
    if (id === orderId()) moved.update((n) => n + 1);
  });
  inject(DestroyRef).onDestroy(stop);
  for (const one of asked) {
    let known = untracked(live.connections);
    effect(() => {
      const told = moved() + live.connections();
      if (told === known || one.isLoading()) return;
      known = told;
      untracked(() => one.reload());
    });
  }
}
