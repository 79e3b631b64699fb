import { Injectable, inject } from '@angular/core';
import { MINUTE } from '@candour/shared/instant.js';
import { Session } from './session';

const LOOK_EVERY = MINUTE / 4;
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/**
 * Ends the session of a desk nobody sits at. The server counts requests, and a lively queue makes some by itself;
 * only the browser knows whether a person is there.
 */
@Injectable({ providedIn: 'root' })
export class Idle {
  private readonly session = inject(Session);
  private last = 0;

  /** Watches until the returned function is called. */
  watch(): () => void {
    this.last = Date.now();
    const seen = (): void => void (this.last = Date.now());
    for (const sign of signs) addEventListener(sign, seen, { capture: true, passive: true });
    const timer = setInterval(() => this.look(), LOOK_EVERY);
    return () => {
      clearInterval(timer);
      for (const sign of signs) removeEventListener(sign, seen, { capture: true });
    };
  }

  private look(): void {
    const allowed = this.session.current()?.idleMs;
    if (allowed === undefined || Date.now() - this.last < allowed) return;
    // The page is left whether or not the server can be told; its own clock ends the session too.
    this.session.signOut(false, 'idle').catch(() => this.session.ended('idle'));
  }
}
