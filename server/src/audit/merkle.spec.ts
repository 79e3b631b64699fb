import * as fc from 'fast-check';
import {
  consistencyRanges,
  Frontier,
  inclusionRanges,
  leafHash,
  nodeHash,
  provesConsistency,
  rootFromInclusion,
  type Range,
} from './merkle.js';

/** The eight entries and roots that the implementations of RFC 6962 are tested with. */
const entries = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const leaves = entries.map((entry) => leafHash(Buffer.from(entry, 'hex')));

/** MTH of RFC 6962, 2.1, word for word: what the frontier is held against. */
function mth(hashes: readonly Buffer[]): Buffer {
  if (hashes.length === 0) return Frontier.empty().root();
  if (hashes.length === 1) return hashes[0]!;
  let k = 1;
  while (k * 2 < hashes.length) k *= 2;
  return nodeHash(mth(hashes.slice(0, k)), mth(hashes.slice(k)));
}
const rootsOf = (hashes: readonly Buffer[], ranges: readonly Range[]): Buffer[] =>
  ranges.map(([from, to]) => mth(hashes.slice(from, to)));
const inclusion = (index: number, hashes: readonly Buffer[]): Buffer[] =>
  rootsOf(hashes, inclusionRanges(index, hashes.length));
const consistency = (before: number, hashes: readonly Buffer[]): Buffer[] =>
  rootsOf(hashes, consistencyRanges(before, hashes.length));
const hex = (path: readonly Buffer[]): string[] => path.map((node) => node.toString('hex'));
const many = (n: number): Buffer[] => Array.from({ length: n }, (_, i) => leafHash(Buffer.from(`entry ${i}`)));

describe('the Merkle tree of RFC 6962', () => {
  it('has the known root of the empty tree', () => {
    expect(Frontier.empty().root().toString('hex')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });

  it('grows through the known roots', () => {
    const frontier = Frontier.empty();
    expect(
      leaves.map((leaf) => {
        frontier.add(leaf);
        return frontier.root().toString('hex');
      }),
    ).toEqual(roots);
  });

  it('gives the known inclusion and consistency proofs', () => {
    expect(hex(inclusion(0, leaves))).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(hex(inclusion(5, leaves))).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(hex(consistency(6, leaves))).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  it('keeps its right edge through bytes at every size', () => {
    const hashes = many(70);
    const frontier = Frontier.empty();
    hashes.forEach((leaf, i) => {
      frontier.add(leaf);
      const read = Frontier.from(i + 1, frontier.toBytes());
      expect(read.root()).toEqual(mth(hashes.slice(0, i + 1)));
    });
    expect(() => Frontier.from(3, frontier.toBytes())).toThrowError();
  });

  it('proves each leaf of each tree, and no other leaf, place or size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 }), fc.nat(), (size, pick) => {
        const hashes = many(size);
        const index = pick % size;
        const path = inclusion(index, hashes);
        const root = mth(hashes);
        const leads = (i: number, n: number, leaf: Buffer, by = path): boolean =>
          rootFromInclusion(i, n, leaf, by)?.equals(root) ?? false;
        expect(leads(index, size, hashes[index]!)).toBeTrue();
        expect(leads(index, size, leafHash(Buffer.from('another')))).toBeFalse();
        expect(leads(index, size, hashes[index]!, [...path, root])).toBeFalse();
        if (size > 1) expect(leads((index + 1) % size, size, hashes[index]!)).toBeFalse();
        if (path.length > 0) expect(leads(index, size, hashes[index]!, path.slice(1))).toBeFalse();
      }),
    );
  });

  it('proves that a tree begins with an earlier one, and nothing else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 }), fc.nat(), (size, pick) => {
        const hashes = many(size);
        const before = 1 + (pick % size);
        const proof = consistency(before, hashes);
        const old = { size: before, root: mth(hashes.slice(0, before)) };
        const now = { size, root: mth(hashes) };
        expect(provesConsistency(old, now, proof)).toBeTrue();
        const changed = [leafHash(Buffer.from('changed')), ...hashes.slice(1)];
        expect(provesConsistency({ size: before, root: mth(changed.slice(0, before)) }, now, proof)).toBeFalse();
        expect(provesConsistency(old, { size, root: mth(changed) }, proof)).toBeFalse();
        expect(provesConsistency(old, now, [...proof, now.root])).toBeFalse();
        if (proof.length > 0) expect(provesConsistency(old, now, proof.slice(0, -1))).toBeFalse();
      }),
    );
  });
});
