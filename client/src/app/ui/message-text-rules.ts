import type { Mask } from '@candour/shared/conversations.js';
import type { TextLink } from '@candour/shared/links.js';
import { linksIn } from '@candour/shared/links.js';

/** A stretch of a text; `mask` says what was masked there. */
export interface Stretch {
  readonly text: string;
  readonly mask?: Mask['type'];
}

/** A masked span as it is shown: four blocks for what is gone, whatever its length and sign, and what was left standing. */
const shortened = (span: string): string => span.replace(/(?:[█•*][ .-]?){2,}/g, '████ ').trim();

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

/** Cuts a text at its masked spans. */
export function stretches(text: string, masks: readonly Mask[] = []): Stretch[] {
  const parts: Stretch[] = [];
  let from = 0;
  for (const mask of [...masks].sort((a, b) => a.start - b.start)) {
    if (mask.start < from || mask.end <= mask.start) continue;
    if (mask.start > from) parts.push({ text: text.slice(from, mask.start) });
    parts.push({ text: shortened(text.slice(mask.start, mask.end)), mask: mask.type });
    from = mask.end;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}
