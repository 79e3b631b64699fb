// Spec files dealt out to processes that run side by side, each process its own share.
import { readFileSync } from 'node:fs';

/** What one `it` of a file costs against one that opens nothing: a whole desk, or a database, on both engines. */
const COSTS = [
  [/\beachDesk\(/, 20],
  [/\bDesk\.open\(/, 10],
  [/\beachEngine\(/, 6],
];

/**
 * The files of share `index` of `count`. Each process reckons the same shares by itself: the dearest file first, each
 * to the share that has the least so far.
 */
export function shareOf(files, index, count, costOf = cost) {
  const shares = Array.from({ length: count }, () => ({ cost: 0, files: [] }));
  const dearest = files.map((file) => ({ file, cost: costOf(file) }));
  dearest.sort((a, b) => b.cost - a.cost || a.file.localeCompare(b.file));
  for (const one of dearest) {
    const least = shares.reduce((found, share) => (share.cost < found.cost ? share : found));
    least.cost += one.cost;
    least.files.push(one.file);
  }
  return shares[index].files;
}

function cost(file) {
  const text = readFileSync(file, 'utf8');
  const specs = text.match(/\bit\(/g)?.length ?? 0;
  return specs * (COSTS.find(([opens]) => opens.test(text))?.[1] ?? 1);
}
