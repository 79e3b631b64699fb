import type { Signal } from '@angular/core';
import { Injectable, signal } from '@angular/core';

const TICK_MS = 10_000;

/** The present, moving every ten seconds while the page is seen: enough for waits and relative dates. */
@Injectable({ providedIn: 'root' })
export class Now {
  private readonly instant = signal(Date.now());
  readonly at: Signal<number> = this.instant.asReadonly();

  constructor() {
    setInterval(() => this.tick(), TICK_MS);
    document.addEventListener('visibilitychange', () => this.tick());
  }

  private tick(): void {
    if (document.visibilityState === 'visible') this.instant.set(Date.now());
  }
}
