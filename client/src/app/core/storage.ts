/** What this browser keeps of a person's preferences; a browser that refuses storage works without. */
export function stored(key: string, area: 'local' | 'session' = 'local'): string | null {
  try {
    return (area === 'local' ? localStorage : sessionStorage).getItem(key);
  } catch {
    return null;
  }
}

export function store(key: string, value: string | null, area: 'local' | 'session' = 'local'): void {
  try {
    const where = area === 'local' ? localStorage : sessionStorage;
    if (value === null) where.removeItem(key);
    else where.setItem(key, value);
  } catch {
    // Storage is a convenience; without it a choice holds until the page is closed.
  }
}
