import type { TextLink } from '@candour/shared/links.js';
import { linksIn } from '@candour/shared/links.js';
import type { Stretch } from './time-line-rules';

/** A stretch of a text that may lead somewhere. */
export interface Part extends Stretch {
  readonly link?: TextLink;
}

/** Cuts what is not masked at its links. */
export function withLinks(stretches: readonly Stretch[], own: readonly string[]): Part[] {
  return stretches.flatMap((stretch) => {
    const links = stretch.mask ? [] : linksIn(stretch.text, own);
    if (links.length === 0) return [stretch];
    const parts: Part[] = [];
    let from = 0;
    for (const link of links) {
      if (link.start > from) parts.push({ text: stretch.text.slice(from, link.start) });
      parts.push({ text: stretch.text.slice(link.start, link.end), link });
      from = link.end;
    }
    if (from < stretch.text.length) parts.push({ text: stretch.text.slice(from) });
    return parts;
  });
}
