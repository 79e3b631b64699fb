/** Runs the widget's specs: bundled as the widget is, run by jasmine. */
import { build } from 'esbuild';
import Jasmine from 'jasmine';
import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '..', 'dist', 'widget-spec');
const specs = (await readdir(here, { recursive: true })).filter((name) => name.endsWith('.spec.ts'));

await rm(out, { recursive: true, force: true });
await build({
  entryPoints: specs.map((name) => join(here, name)),
  outdir: out,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'browser',
  sourcemap: 'inline',
  logLevel: 'warning',
});

const jasmine = new Jasmine({ projectBaseDir: out });
jasmine.loadConfig({ spec_dir: '.', spec_files: ['**/*.spec.mjs'] });
await jasmine.execute();
