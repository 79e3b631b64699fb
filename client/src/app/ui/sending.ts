import { signal } from '@angular/core';
import type { Trouble } from '../core/problems';
import { troubleOf } from '../core/problems';

/** What a dialog knows of its sending: whether it was tried, is on its way, and what was refused. */
export class Sending {
  readonly tried = signal(false);
  readonly busy = signal(false);
  readonly trouble = signal<Trouble | undefined>(undefined);

  /** Sends what is complete, once at a time. @param ask undefined while something is missing. */
  async send<Ask>(ask: Ask | undefined, send: (ask: Ask) => Promise<void>): Promise<void> {
    this.tried.set(true);
    if (ask === undefined || this.busy()) return;
    this.busy.set(true);
    this.trouble.set(undefined);
    try {
      await send(ask);
    } catch (error) {
      this.trouble.set(troubleOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
