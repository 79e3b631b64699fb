import { sha256 } from '../core/vault/sha256.js';

/* The Merkle tree of RFC 6962, section 2.1, over SHA-256. */

/** Bytes of a hash. */
export const HASH = 32;
const LEAF = Buffer.from([0]);
const NODE = 1;

export const leafHash = (entry: Uint8Array): Buffer => sha256(Buffer.concat([LEAF, entry]));

// Hashed at once and overwritten by the next.
const both = Buffer.alloc(1 + 2 * HASH, NODE);

export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  both.set(left, 1);
  both.set(right, 1 + HASH);
  return sha256(both);
}

const emptyRoot = (): Buffer => sha256('');

/**
 * The right edge of a growing tree: the roots of its perfect subtrees, largest first (a compact range). Adding n
 * leaves costs n hashes and no look back.
 */
export class Frontier {
  private constructor(
    private count: number,
    private readonly peaks: Buffer[],
  ) {}

  static empty(): Frontier {
    return new Frontier(0, []);
  }

  /** @throws Error when the bytes do not fit a tree of that size. */
  static from(size: number, bytes: Uint8Array): Frontier {
    const peaks: Buffer[] = [];
    for (let at = 0; at < bytes.length; at += HASH) peaks.push(Buffer.from(bytes.subarray(at, at + HASH)));
    if (bytes.length % HASH !== 0 || peaks.length !== ones(size)) throw new Error('A frontier does not fit its size.');
    return new Frontier(size, peaks);
  }

  get size(): number {
    return this.count;
  }

  copy(): Frontier {
    return new Frontier(this.count, [...this.peaks]);
  }

  /** Adds a leaf's hash. */
  add(leaf: Buffer): void {
    let node = leaf;
    // Each trailing one of the size is a perfect subtree that the new leaf completes to the next larger one.
    for (let rest = this.count; rest % 2 === 1; rest = (rest - 1) / 2) node = nodeHash(this.peaks.pop()!, node);
    this.peaks.push(node);
    this.count++;
  }

  root(): Buffer {
    return (
      this.peaks.reduceRight<Buffer | undefined>(
        (right, left) => (right === undefined ? left : nodeHash(left, right)),
        undefined,
      ) ?? emptyRoot()
    );
  }

  toBytes(): Buffer {
    return Buffer.concat(this.peaks);
  }
}

function ones(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}

/** The leaves `from` (included) to `to` (excluded): their own tree's root is one step of a proof. */
export type Range = readonly [from: number, to: number];

/** The largest power of two below `n` (n > 1): where RFC 6962 splits a tree. */
function split(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** PATH(m, D[n]) of RFC 6962, 2.1.1: from the leaf's sibling up. */
export function inclusionRanges(index: number, size: number): Range[] {
  if (!(index >= 0 && index < size)) throw new RangeError('No such leaf in a tree of this size.');
  const path = (from: number, to: number): Range[] => {
    if (to - from === 1) return [];
    const middle = from + split(to - from);
    return index < middle ? [...path(from, middle), [middle, to]] : [...path(middle, to), [from, middle]];
  };
  return path(0, size);
}

/** PROOF(m, D[n]) of RFC 6962, 2.1.2: that the tree of `size` leaves begins with the one of `before`. */
export function consistencyRanges(before: number, size: number): Range[] {
  if (!(before >= 1 && before <= size)) throw new RangeError('A consistency proof leads from a smaller tree.');
  const proof = (from: number, to: number, whole: boolean): Range[] => {
    if (before === to) return whole ? [] : [[from, to]];
    const middle = from + split(to - from);
    return before <= middle
      ? [...proof(from, middle, whole), [middle, to]]
      : [...proof(middle, to, false), [from, middle]];
  };
  return proof(0, size, true);
}

/** RFC 9162, 2.1.3.2: the root that a leaf and its path lead to; undefined where the path has the wrong length. */
export function rootFromInclusion(
  index: number,
  size: number,
  leaf: Buffer,
  path: readonly Buffer[],
): Buffer | undefined {
  if (!(index >= 0 && index < size)) return undefined;
  let at = index;
  let last = size - 1;
  let node = leaf;
  for (const sibling of path) {
    if (last === 0) return undefined;
    if (at % 2 === 1 || at === last) {
      node = nodeHash(sibling, node);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else node = nodeHash(node, sibling);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 ? node : undefined;
}

const half = (n: number): number => Math.floor(n / 2);

/** RFC 9162, 2.1.4.2: does the proof lead from the old root to the new one? */
export function provesConsistency(
  before: { size: number; root: Buffer },
  after: { size: number; root: Buffer },
  proof: readonly Buffer[],
): boolean {
  if (before.size < 1 || before.size > after.size) return false;
  if (before.size === after.size) return proof.length === 0 && before.root.equals(after.root);
  let at = before.size - 1;
  let last = after.size - 1;
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  const rest = [...proof];
  // Where the old tree is perfect, its root is the first step and not repeated in the proof.
  const first = at === 0 ? before.root : rest.shift();
  if (!first) return false;
  let oldRoot = first;
  let newRoot = first;
  for (const node of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      oldRoot = nodeHash(node, oldRoot);
      newRoot = nodeHash(node, newRoot);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else newRoot = nodeHash(newRoot, node);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && oldRoot.equals(before.root) && newRoot.equals(after.root);
}
