import type { Mask, Sent } from '@candour/shared/conversations.js';

/** Messages over which a card number may be split, and for how long they are looked at together. */
const PARTS = 3;
const WINDOW_MS = 60_000;
const CACHE = 20_000;

/** An earlier message of the same author, as it was stored. */
export interface Part {
  readonly clientId: string;
  readonly entryId: string;
  readonly note: boolean;
  readonly text: string;
  readonly masks: readonly Mask[];
  readonly at: number;
  /** Settles when the part is committed; rejects when it was refused. */
  readonly sent: Promise<Sent>;
}

/**
 * The newest messages of each author in each conversation, in memory only, so that a card number typed in
 * pieces is recognised when it completes. What is not in memory (a restart) is loaded once; where other nodes write
 * to the same log, anew for each message that may hold a piece.
 */
export class RecentParts {
  private readonly authors = new Map<string, Part[]>();

  /** Undefined: nothing is known yet, ask `load`. */
  before(author: string, at: number): readonly Part[] | undefined {
    const known = this.authors.get(author);
    return known?.every((part) => at - part.at <= WINDOW_MS) ? known : known?.filter((p) => at - p.at <= WINDOW_MS);
  }

  /** Takes what the log knows once all of this author's that is on its way is there; `since` bounds how far back. */
  async load(
    author: string,
    at: number,
    read: (since: number, limit: number) => Promise<Part[]>,
  ): Promise<readonly Part[]> {
    await Promise.allSettled((this.authors.get(author) ?? []).map(({ sent }) => sent));
    const found = await read(at - WINDOW_MS, PARTS - 1);
    this.keep(author, found);
    return found;
  }

  add(author: string, part: Part): void {
    const known = this.authors.get(author);
    // Not known means not loaded: a lone entry would hide the earlier ones.
    if (!known) return;
    // A repeated message changes nothing: what stands in the log is what was said first.
    if (known.some(({ clientId }) => clientId === part.clientId)) return;
    this.keep(author, [...known.slice(2 - PARTS), part]);
  }

  /** A part was not stored after all: what it pushed out, or completed, is looked at again. */
  takeBack(author: string, entryId: string, before: readonly Part[]): void {
    const known = this.authors.get(author);
    if (!known?.some((part) => part.entryId === entryId)) return;
    const rest = known.filter((part) => part.entryId !== entryId);
    this.keep(author, [...before.filter((part) => !rest.includes(part)), ...rest].slice(-(PARTS - 1)));
  }

  /** After a number completed, its parts are masked: nothing of them is looked at again. */
  restart(author: string): void {
    this.keep(author, []);
  }

  private keep(author: string, parts: Part[]): void {
    // While there is room, nobody has to be put in order behind the others.
    if (this.authors.size >= CACHE / 2) this.authors.delete(author);
    const [oldest] = this.authors.size >= CACHE ? this.authors.keys() : [];
    if (oldest !== undefined) this.authors.delete(oldest);
    this.authors.set(author, parts);
  }
}
