/** A link in a text: `[start, end)` in UTF-16 code units, and where it really leads. */
export interface TextLink {
  readonly start: number;
  readonly end: number;
  /** As the browser will ask for it; hosts in ASCII, so that no letter passes for another. */
  readonly href: string;
  /** Its host, as in `href`. */
  readonly host: string;
  /** It leads elsewhere than to one of the own origins. */
  readonly external: boolean;
}

/** Only what says itself that it is a web address; nothing is guessed. */
const address = /\bhttps?:\/\/[^\s<>"“”„«»`•█]+/giu;
/** Ends a sentence, not an address. */
const ending = /[.,;:!?'’)\]}…]$/u;

/** The links of a text. None is ever fetched. */
export function linksIn(text: string, own: readonly string[]): TextLink[] {
  const links: TextLink[] = [];
  for (const { 0: found, index } of text.matchAll(address)) {
    let shown = found;
    while (ending.test(shown) && !(shown.endsWith(')') && closes(shown))) shown = shown.slice(0, -1);
    const url = URL.parse(shown);
    // Who puts a name before the host means to be taken for another.
    if (!url?.hostname || url.username !== '' || url.password !== '') continue;
    const { href, host, origin } = url;
    links.push({ start: index, end: index + shown.length, href, host, external: !own.includes(origin) });
  }
  return links;
}

/** A bracket that belongs to the address. */
const closes = (text: string): boolean => text.split('(').length >= text.split(')').length;
