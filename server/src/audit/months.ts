/** A segment's number: the month (UTC) in which its leaves were numbered; 202601 is January 2026. */
export function monthOf(instant: number): number {
  const date = new Date(instant);
  return date.getUTCFullYear() * 100 + date.getUTCMonth() + 1;
}

/** `2026-01`. */
export const monthText = (segment: number): string =>
  `${Math.floor(segment / 100)}-${String(segment % 100).padStart(2, '0')}`;

export function parseMonth(text: string): number | undefined {
  const parts = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  return parts ? Number(parts[1]) * 100 + Number(parts[2]) : undefined;
}

/** The instant (UTC) at which a month is over. */
export const endOfMonth = (segment: number): number => Date.UTC(Math.floor(segment / 100), segment % 100, 1);
