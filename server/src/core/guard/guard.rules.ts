import type { Mask } from '@candour/shared/conversations.js';
import { cardsIn } from './card.rules.js';
import { endOf, read, startOf } from './reading.rules.js';
import { ibansIn, passwordsIn, securityCodesIn, ssnsIn } from './secrets.rules.js';

/** What must not be stored: `[start, end)` in UTF-16 code units of the inspected text. */
export interface Span extends Mask {
  /** Characters at its end that stay readable; without it, the last four digits of a card number (PCI DSS 3.4.1). */
  shows?: number;
}

export interface Inspection {
  readonly spans: readonly Span[];
}

const nothing: Inspection = { spans: [] };

/** A text without a number, without a cue and without spoken digits is left alone: nearly every text. */
const worthReading =
  /\p{N}|pass|kennw|zugangsc|mdp|secret|contrase|clave|pwd|(?:zero|two|three|four|five|seven|eight|nine|null|zwei|drei|vier|f[uü]e?nf|sechs|sieben|acht|neun|deux|trois|quatre|cinq|sept|huit|neuf|cero|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)[\s,.-]/iu;
const numbers = /\d/;

/** Whether a text can hold anything that must not be stored, or a part of it. False for nearly every text. */
export const worthInspecting = (text: string): boolean => worthReading.test(text);

/**
 * Card numbers and security codes, passwords, social security numbers and IBANs in a text (policy X3, PCI DSS 3.3).
 * Spans are sorted and do not overlap.
 */
export function inspect(text: string): Inspection {
  let spans = findingsIn(text);
  // With one number hidden, what stands around it may read as another: looked at again until nothing more is found.
  for (let hidden = -1; spans.length > 0 && hidden < lengthOf(spans);) {
    hidden = lengthOf(spans);
    const more = findingsIn(maskText(text, spans).text).filter(({ type }) => type === 'card');
    if (more.length > 0) spans = unitedSpans([...spans, ...more]);
  }
  return spans.length === 0 ? nothing : { spans };
}

const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);

function findingsIn(text: string): readonly Span[] {
  if (!worthInspecting(text)) return [];
  const reading = read(text);
  const passwords = passwordsIn(reading.text);
  if (passwords.length === 0 && !numbers.test(reading.text)) return [];
  const ibans = ibansIn(reading.text);
  const rest = blanked(reading.text, ibans);
  const found: Span[] = [...ibans, ...cardsIn(rest), ...securityCodesIn(rest), ...ssnsIn(rest), ...passwords];
  return unitedSpans(
    found.map((one) => ({ ...one, start: startOf(reading, one.start), end: endOf(reading, one.end) })),
  );
}

/** In order and apart: overlapping ones become one, of which nothing stays readable. */
export function unitedSpans(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const result: Span[] = [];
  for (const span of sorted) {
    const last = result.at(-1);
    if (!last || span.start >= last.end) result.push({ ...span });
    else if (last.start !== span.start || last.end !== span.end || last.type !== span.type) {
      last.end = Math.max(last.end, span.end);
      last.shows = 0;
      if (last.type === 'card') last.type = span.type;
    }
  }
  return result;
}

/** Only plain digits that end the span may stay; spelled or adorned ones are hidden whole. */
const shownOf = (text: string, { start, end, type, shows }: Span): number =>
  shows ?? (type === 'card' && /\d{4}$/.test(text.slice(start, end)) ? 4 : 0);

/** The text with nothing to find in the spans, at the same offsets. */
export function blanked(text: string, spans: readonly { start: number; end: number }[]): string {
  return spans.reduce((rest, { start, end }) => rest.slice(0, start) + '_'.repeat(end - start) + rest.slice(end), text);
}

const DOT = '•';

/** Replaces every hidden character by a dot, so that lengths and offsets hold. `spans` in order and apart. */
export function maskText(text: string, spans: readonly Span[]): { text: string; masks: Mask[] } {
  let masked = '';
  let from = 0;
  for (const span of spans) {
    const { start, end } = span;
    const shows = shownOf(text, span);
    masked += text.slice(from, start) + DOT.repeat(end - shows - start) + text.slice(end - shows, end);
    from = end;
  }
  return { text: masked + text.slice(from), masks: spans.map(({ start, end, type }) => ({ start, end, type })) };
}
