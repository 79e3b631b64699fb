/** Words of a mail in one language, with `{names}` to fill in. */
export interface Template {
  readonly subject: string;
  readonly text: string;
}

/** A mail as its reader gets it. */
export interface Written {
  readonly subject: string;
  readonly text: string;
  /** Parts of the text that only the reader may see; staff see marks in their place. */
  readonly secrets?: readonly string[];
}

/** @throws Error for a name that is not given. */
export function filled(template: Template, values: Readonly<Record<string, string>>): Template {
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`A mail template needs "${name}".`);
      return value;
    });
  return { subject: fill(template.subject), text: fill(template.text) };
}
