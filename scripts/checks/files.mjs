import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Files under a folder whose path matches, without what is built or installed. */
export function filesUnder(folder, wanted, unwanted) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      if (['node_modules', 'dist', '.angular'].includes(entry.name)) return [];
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(path, wanted, unwanted) : [path];
    })
    .filter((path) => wanted.test(path) && !unwanted?.test(path));
}
