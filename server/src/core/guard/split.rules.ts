import { digitRuns, groupsOf, isCardNumber, mayBeginCard, type Group } from './card.rules.js';
import { unitedSpans, worthInspecting, type Span } from './guard.rules.js';
import { endOf, read, startOf, type Reading } from './reading.rules.js';

/** A message as it is looked at together with others: its runs of digits, in the groups in which they are written. */
interface Part {
  readonly reading: Reading;
  readonly runs: readonly Run[];
  /** Pieces from anywhere in the message. */
  readonly loose: readonly Piece[];
}
type Run = readonly Group[];

/** Groups of one run that may be a piece of a number. */
interface Piece {
  readonly digits: string;
  readonly groups: Run;
  /** Touches the end of its message and is whole: may be a single digit. */
  readonly plain: boolean;
}

/** Digits of a piece from anywhere in its message, and of one behind a label. */
const LEAST = 4;
const LEAST_LABELLED = 3;
const MOST = 18;
/** Pieces of a message that are tried: with three messages that is some thousand sums. */
const TRIED = 24;

/**
 * Finds card numbers that became complete with the last of these messages (oldest first; the caller takes up to
 * three of one sender within 60 seconds). Neither words nor labels such as "2/2" around the digits hide them. Gives
 * the spans of each part, all empty where nothing became complete; a number that stands whole in one part is
 * `inspect`'s to find.
 */
export function inspectTail(texts: readonly string[]): Span[][] {
  const none = texts.map((): Span[] => []);
  const last = texts.length < 2 ? undefined : partOf(texts.at(-1)!);
  if (!last || last.runs.length === 0) return none;
  const parts = [...texts.slice(0, -1).map(partOf), last];
  const found = parts.map(() => new Set<Piece>());
  for (let first = 0; first < parts.length - 1; first++) {
    collectNumbers(parts.slice(first), found.slice(first));
  }
  return parts.map(({ reading }, i) => {
    // Four digits of the whole number may stay, not four of each part.
    const shown = i < parts.length - 1 ? { shows: 0 } : {};
    return unitedSpans(
      [...found[i]!].map(({ groups }) => {
        const [start, end] = [startOf(reading, groups[0]!.start), endOf(reading, groups.at(-1)!.end)];
        return { start, end, type: 'card', ...shown };
      }),
    );
  });
}

function partOf(text: string): Part {
  if (!worthInspecting(text)) return { reading: { text, starts: undefined, ends: undefined }, runs: [], loose: [] };
  const reading = read(text);
  const runs = runsOf(reading.text);
  return { reading, runs, loose: runs.length === 0 ? [] : looseOf(reading.text) };
}

const runsOf = (text: string): Run[] =>
  digitRuns(text)
    .filter(({ start }) => text[start - 1] !== '+')
    .map(({ start, end }) => groupsOf(text, start, end));

/**
 * Pieces that make a card number: of the first part, the last, and what lies between where it has a fitting one. Not
 * only the first that do: a label may pass for a digit by chance, and the true pieces must not stay for it.
 */
function collectNumbers(parts: readonly Part[], found: readonly Set<Piece>[]): void {
  const [first, ...between] = parts;
  const last = between.pop();
  if (!first || !last) return;
  const begins = [...tailsOf(first.runs.at(-1)), ...first.loose].filter(({ digits }) => mayBeginCard(digits));
  if (begins.length === 0) return;
  const ends = [...headsOf(last.runs[0]), ...last.loose];
  const middles = between.reduce<(Piece | undefined)[][]>(
    (rows, part) => rows.flatMap((row) => betweenOf(part).map((piece) => [...row, piece])),
    [[]],
  );
  for (const middle of middles) {
    // What says something else is passed over only between two longer pieces.
    const passing = middle.some((piece, i) => !piece && between[i]!.runs.length > 0);
    for (const begin of begins) {
      const head = begin.digits + middle.map((piece) => piece?.digits ?? '').join('');
      for (const end of ends) {
        const size = head.length + end.digits.length;
        if (size < 14 || size > 19 || !areLongEnough([begin, ...middle, end], passing)) continue;
        if (!isCardNumber(head + end.digits)) continue;
        [begin, ...middle, end].forEach((piece, i) => piece && found[i]!.add(piece));
      }
    }
  }
}

function areLongEnough(pieces: readonly (Piece | undefined)[], passing: boolean): boolean {
  if (!passing && pieces.every((piece) => !piece || piece.plain)) return true;
  const least = passing ? LEAST : LEAST_LABELLED;
  return pieces.every((piece) => !piece || piece.digits.length >= least);
}

function betweenOf({ runs, loose }: Part): (Piece | undefined)[] {
  if (runs.length === 0) return [undefined];
  const whole = runs.length === 1 ? unlabelled(runs[0]!).map((rest) => pieceOf(rest, rest === runs[0])) : [];
  return [...whole.filter(({ digits }) => digits.length <= MOST), ...loose, undefined];
}

const pieceOf = (groups: Run, plain = false): Piece => ({
  digits: groups.map(({ digits }) => digits).join(''),
  groups,
  plain,
});

/** The run, and without one or two short numbers ahead: "2/2 1111 1111". */
function unlabelled(run: Run): Run[] {
  const labels = run.slice(0, 3).findIndex(({ digits }) => digits.length > 2);
  const most = labels < 0 ? 2 : labels;
  return [0, 1, 2]
    .filter((from) => from <= most && from < run.length)
    .map((from) => (from === 0 ? run : run.slice(from)));
}

/** Where the run ends a message: its last groups, the longest first. */
function tailsOf(run: Run = []): Piece[] {
  const pieces: Piece[] = [];
  for (let from = run.length - 1, size = 0; from >= 0; from--) {
    size += run[from]!.digits.length;
    if (size > MOST) break;
    pieces.push(pieceOf(run.slice(from), true));
  }
  return pieces.reverse();
}

/** Where the run begins a message: its first groups, the longest first. */
function headsOf(run: Run | undefined): Piece[] {
  return unlabelled(run ?? []).flatMap((rest) => {
    const pieces: Piece[] = [];
    for (let to = 1, size = 0; to <= rest.length; to++) {
      size += rest[to - 1]!.digits.length;
      if (size > MOST) break;
      pieces.push(pieceOf(rest.slice(0, to), rest === run));
    }
    return pieces.reverse();
  });
}

/** Dates, times and prices are no pieces, nor is what follows a word for a telephone. */
const otherNumbers =
  /(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d|(?:19|20)\d\d-\d\d-\d\d|\d{1,2}:\d\d|\d{1,3}(?:[.,]\d{3})*[.,]\d\d)(?!\d)|(?:phone|t[eé]l|handy|mobil)[^\d\n]{0,12}\d[\d /-]{5,}/giu;

/** Pieces anywhere in a message: groups of three digits and more in a row, or digits written one by one or in pairs. */
function looseOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  const rest = text.replace(otherNumbers, (one) => '_'.repeat(one.length));
  for (const run of runsOf(rest)) {
    for (let from = 0; from < run.length && pieces.length < TRIED; from++) {
      const width = run[from]!.digits.length;
      const fits = (group: Group): boolean => (width > 2 ? group.digits.length > 2 : group.digits.length === width);
      let size = 0;
      let to = from;
      for (; to < run.length && fits(run[to]!) && size + run[to]!.digits.length <= MOST; to++) {
        size += run[to]!.digits.length;
        const apart = width > 2 && isCut(run, from) && isCut(run, to + 1);
        if (apart && size >= LEAST) pieces.push(pieceOf(run.slice(from, to + 1)));
      }
      if (width > 2 || size < LEAST) continue;
      pieces.push(...shortened(run.slice(from, to)));
      from = to - 1;
    }
  }
  return pieces.slice(0, TRIED);
}

/** Nobody cuts a number where a single mark joins its groups, except from a label. */
function isCut(run: Run, at: number): boolean {
  const [before, after] = [run[at - 1], run[at]];
  if (!before || !after) return true;
  return after.start - before.end > 1 || before.digits.length < 3 || after.digits.length < 3;
}

/** Without up to two labels at either end. */
function shortened(groups: Run): Piece[] {
  const cuts = [0, 1, 2].flatMap((ahead) => [0, 1, 2].map((behind) => groups.slice(ahead, groups.length - behind)));
  return cuts.map((rest) => pieceOf(rest)).filter(({ digits }) => digits.length >= LEAST);
}
