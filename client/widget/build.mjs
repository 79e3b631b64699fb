/**
 * Builds the widget into `client/dist/widget`: `widget.js` (the loader, a fixed name), `chat.html`, and the chat's
 * script, style, catalogues and lazy parts under names that carry their hash. Each is also written compressed, once and
 * well. Which files a lazy part is made of stands in `client/dist/widget-parts.json`, for the bench.
 */
import { build, transform } from 'esbuild';
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

/** A part's style comes with its script: one request less, and nothing of it before the part is wanted. */
const styleAsText = {
  name: 'style-as-text',
  setup(building) {
    building.onLoad({ filter: /\bparts\/.*\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), {
        loader: 'css',
        minify: true,
        target: common.target,
      });
      return { contents: `export default ${JSON.stringify(code.trim())}`, loader: 'js' };
    });
  },
};

const hashed = {
  ...common,
  outdir: out,
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  format: 'esm',
  splitting: true,
  metafile: true,
};

// What is fetched later is built by itself: were it built with the chat, what both use would become a third file of it.
const folders = (await readdir(join(here, 'parts'), { withFileTypes: true })).filter((one) => one.isDirectory());
const lazy = await build({
  ...hashed,
  entryPoints: [
    ...['en', 'de', 'fr', 'es'].map((language) => join(here, 'catalogue', `${language}.ts`)),
    ...folders.map(({ name }) => join(here, 'parts', name, `${name}.ts`)),
  ],
  plugins: [styleAsText],
});
const outputs = Object.entries(lazy.metafile.outputs);
/** The built file of a source, such as `parts/code/code`. */
const fileOf = (source) => outputs.find(([, { entryPoint }]) => entryPoint?.endsWith(`widget/${source}.ts`))?.[0];

const parts = {};
for (const { name } of folders) {
  const file = fileOf(`parts/${name}/${name}`);
  const { imports } = lazy.metafile.outputs[file];
  const beside = imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => path);
  const words = fileOf(`parts/${name}/catalogue/en`);
  parts[name] = [file, ...beside, ...(words ? [words] : [])].map((path) => basename(path));
}
await writeFile(join(out, '..', 'widget-parts.json'), JSON.stringify(parts));

const lazyByName = {
  name: 'lazy-by-name',
  setup(building) {
    building.onResolve({ filter: /^\.\// }, ({ path, kind }) => {
      if (kind !== 'dynamic-import') return undefined;
      return { path: `./${basename(fileOf(path.slice(2).replace(/\.js$/, '')))}`, external: true };
    });
  },
};

const chat = await build({
  ...hashed,
  splitting: false,
  entryPoints: [join(here, 'chat.ts'), join(here, 'chat.css')],
  plugins: [lazyByName],
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
