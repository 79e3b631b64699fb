/**
 * JSON in the one form of RFC 8785 (JCS): keys sorted by UTF-16 code units, no blanks, numbers and strings as
 * ECMAScript writes them. Absent fields (`undefined`) are left out.
 * @throws TypeError for what JSON has no form of, and for a string with half a surrogate pair.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('JSON has no form of a number that is not finite.');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (isPlain(value)) {
    const fields = value;
    const keys = Object.keys(fields).filter((key) => fields[key] !== undefined);
    return `{${keys
      .sort()
      .map((key) => `${text(key)}:${canonicalJson(fields[key])}`)
      .join(',')}}`;
  }
  throw new TypeError(`JSON has no canonical form of this ${typeof value}.`);
}

const lone = /\p{Surrogate}/u;

function text(value: string): string {
  if (lone.test(value)) throw new TypeError('Half a surrogate pair has no form in UTF-8.');
  return JSON.stringify(value);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
