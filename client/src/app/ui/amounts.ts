/** Minor units of what was typed, with a comma or a point; undefined where it is no such amount. */
export function minorOf(text: string): number | undefined {
  const match = /^\s*(\d{1,9})(?:[.,](\d{1,2}))?\s*$/.exec(text);
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : undefined;
}

/** How an amount is typed: with a point, and no sign of its currency. */
export const typed = (minor: number): string => (minor / 100).toFixed(2);
