/**
 * Where a value holds a text that not every store and format can hold: with a NUL, which PostgreSQL takes nowhere, or
 * with half a surrogate pair, which has no form in UTF-8. Undefined: nowhere. For what passed its contract, which limits
 * how deep and long it is.
 */
export function unreadableIn(value: unknown): (string | number)[] | undefined {
  if (typeof value === 'string') return isReadable(value) ? undefined : [];
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, part] of Object.entries(value)) {
    if (!isReadable(name)) return [];
    const path = unreadableIn(part);
    if (path) return [Array.isArray(value) ? Number(name) : name, ...path];
  }
  return undefined;
}

/** With `u` a surrogate counts only where it stands alone. */
const unreadable = /[\0\p{Cs}]/u;
export const isReadable = (text: string): boolean => !unreadable.test(text);
