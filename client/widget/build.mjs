/**
 * Builds the widget into `client/dist/widget`: `widget.js` (the loader, a fixed name), `chat.html`, and the chat's
 * script, style and catalogues under names that carry their hash. Each is also written compressed, once and well.
 */
import { build } from 'esbuild';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '..', 'dist', 'widget');

const common = {
  bundle: true,
  minify: true,
  target: ['es2022', 'chrome105', 'firefox110', 'safari16'],
  legalComments: 'none',
  logLevel: 'warning',
  charset: 'utf8',
};

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

await build({ ...common, entryPoints: [join(here, 'loader.ts')], outfile: join(out, 'widget.js'), format: 'iife' });

const chat = await build({
  ...common,
  entryPoints: [join(here, 'chat.ts'), join(here, 'chat.css')],
  outdir: out,
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  format: 'esm',
  splitting: true,
  metafile: true,
});
const made = Object.keys(chat.metafile.outputs).map((file) => basename(file));
const find = (start, end) => made.find((name) => name.startsWith(start) && name.endsWith(end));
const page = (await readFile(join(here, 'chat.html'), 'utf8'))
  .replace('chat.js', find('chat-', '.js'))
  .replace('chat.css', find('chat-', '.css'))
  .replace(/\n\s*/g, '');
await writeFile(join(out, 'chat.html'), page);

for (const name of await readdir(out)) {
  const content = await readFile(join(out, name));
  await writeFile(join(out, `${name}.gz`), gzipSync(content, { level: constants.Z_BEST_COMPRESSION }));
}
