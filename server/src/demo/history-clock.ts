import { Clock } from '../core/clock.js';

/** The clock under which the demonstration's past happens: it stands where it was set. */
export class HistoryClock extends Clock {
  constructor(private instant: number) {
    super();
  }
  now(): number {
    return this.instant;
  }
  set(instant: number): void {
    this.instant = instant;
  }
  advance(ms: number): void {
    this.instant += ms;
  }
}

/** What happens beside the finished talks, at its time. */
export interface Moment {
  readonly at: number;
  happen(): Promise<void>;
}
