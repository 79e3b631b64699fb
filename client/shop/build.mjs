/** Builds the demonstration shop's page into `client/dist/shop`. */
import { build } from 'esbuild';
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '..', 'dist', 'shop');

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await build({
  entryPoints: [join(here, 'shop.ts'), join(here, 'shop.css')],
  outdir: out,
  bundle: true,
  minify: true,
  format: 'esm',
  charset: 'utf8',
  target: ['es2022', 'chrome123', 'firefox120', 'safari17.5'],
  logLevel: 'warning',
});
await copyFile(join(here, 'index.html'), join(out, 'index.html'));
