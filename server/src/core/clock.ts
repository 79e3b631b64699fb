/** The only source of the present. Milliseconds since 1970-01-01 UTC. */
export abstract class Clock {
  abstract now(): number;
}

export class SystemClock extends Clock {
  now(): number {
    return Date.now();
  }
}
