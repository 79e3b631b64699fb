import type { Mask } from '@candour/shared/conversations.js';
import { cardsIn, digitRuns, groupsOf, isCardNumber, type Group } from './card.rules.js';
import { endOf, read, startOf, type Reading } from './reading.rules.js';
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
  const found = [...ibans, ...cardsIn(rest), ...securityCodesIn(rest), ...ssnsIn(rest), ...passwords];
  return unitedSpans(
    found.map(({ start, end, type }) => ({ start: startOf(reading, start), end: endOf(reading, end), type })),
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

function blanked(text: string, spans: readonly { start: number; end: number }[]): string {
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

/** What a part of a split number says: its run of digits that touches the next or previous part. */
interface Part {
  readonly reading: Reading;
  readonly runs: readonly (readonly Group[])[];
}

/**
 * Finds a card number that became complete with the last of these messages (oldest first; the caller takes up to
 * three of one sender within 60 seconds). Words around the digits do not hide it. Gives the spans of each part, all
 * empty where nothing became complete; a number that stands whole in one part is `inspect`'s to find.
 */
export function inspectTail(parts: readonly string[]): Span[][] {
  const none = parts.map((): Span[] => []);
  if (parts.length < 2) return none;
  const read = parts.map(partOf);
  if (read.at(-1)!.runs.length === 0) return none;
  for (let first = 0; first < parts.length - 1; first++) {
    const spans = splitFrom(read, first);
    if (spans) return spans;
  }
  return none;
}

function partOf(text: string): Part {
  if (!worthInspecting(text)) return { reading: { text, starts: undefined, ends: undefined }, runs: [] };
  const reading = read(text);
  const runs = digitRuns(reading.text)
    .filter(({ start }) => reading.text[start - 1] !== '+')
    .map(({ start, end }) => groupsOf(reading.text, start, end));
  return { reading, runs };
}

/** The number begins in the last run of part `first`, goes on through the whole of those between. */
function splitFrom(parts: readonly Part[], first: number): Span[][] | undefined {
  const begin = parts[first]!.runs.at(-1);
  const between = parts.slice(first + 1, -1).map(({ runs }) => runs);
  const ending = parts.at(-1)!.runs[0];
  if (!begin || !ending || between.some((runs) => runs.length > 1)) return undefined;
  const middle = between.flatMap((runs) => runs[0] ?? []);
  for (let from = 0; from < begin.length; from++) {
    for (let to = ending.length; to > 0; to--) {
      const digits = [...begin.slice(from), ...middle, ...ending.slice(0, to)].map((group) => group.digits).join('');
      if (!isCardNumber(digits)) continue;
      return parts.map((part, i) => {
        if (i < first) return [];
        const run = part.runs.length === 0 ? [] : i === first ? begin.slice(from) : part.runs[0]!;
        const groups = i === parts.length - 1 ? ending.slice(0, to) : run;
        const [head, tail] = [groups[0], groups.at(-1)];
        if (!head || !tail) return [];
        const [start, end] = [startOf(part.reading, head.start), endOf(part.reading, tail.end)];
        // Four digits of the whole number may stay, not four of each part.
        return [{ start, end, type: 'card' as const, ...(i < parts.length - 1 ? { shows: 0 } : {}) }];
      });
    }
  }
  return undefined;
}
