import { Clock } from './clock.js';

/** A clock that stands until it is moved. */
export class TestClock extends Clock {
  constructor(private instant = Date.UTC(2026, 0, 15, 10)) {
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
