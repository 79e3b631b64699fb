import { DAY, MINUTE, SECOND } from '@candour/shared/instant.js';

/** How a zone's wall clock stands against UTC. */
export interface ZoneClock {
  /** Milliseconds that the wall clock is ahead of UTC at an instant. */
  offsetAt(at: number): number;
  /** Days since 1970-01-01 on the zone's own calendar. */
  dayAt(at: number): number;
  /**
   * The instant of a wall time: of one that comes twice the first; of one that is skipped, the instant of the skip.
   * @param minutes since the wall clock's midnight
   */
  instantOf(day: number, minutes: number): number;
}

const clocks = new Map<string, ZoneClock>();

/** One for each zone: a formatter is dear to make and cheap to ask. */
export function zoneClock(zone: string): ZoneClock {
  const kept = clocks.get(zone);
  if (kept) return kept;
  const made = newClock(zone);
  clocks.set(zone, made);
  return made;
}

function newClock(timeZone: string): ZoneClock {
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  });

  function offsetAt(at: number): number {
    const whole = Math.floor(at / SECOND) * SECOND;
    const parts: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(whole)) parts[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) - whole;
  }

  function instantOf(day: number, minutes: number): number {
    const wall = day * DAY + minutes * MINUTE;
    // A day is more than any zone ever turned its clocks by, so these two stand on either side of a turn.
    const before = offsetAt(wall - DAY);
    const after = offsetAt(wall + DAY);
    const fits = [wall - before, wall - after].filter((at) => at + offsetAt(at) === wall);
    if (fits.length > 0) return Math.min(...fits);
    return turnBetween(wall - after, wall - before);
  }

  /** The first second with another offset than `from` has. */
  function turnBetween(from: number, to: number): number {
    const old = offsetAt(from);
    let low = Math.floor(from / SECOND);
    let high = Math.ceil(to / SECOND);
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offsetAt(middle * SECOND) === old) low = middle;
      else high = middle;
    }
    return high * SECOND;
  }

  return { offsetAt, instantOf, dayAt: (at) => Math.floor((at + offsetAt(at)) / DAY) };
}
