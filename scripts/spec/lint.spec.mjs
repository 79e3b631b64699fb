import { ESLint } from 'eslint';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { fixture } from './fixture.mjs';

const TSCONFIG = JSON.stringify({
  compilerOptions: { strict: true, module: 'nodenext', target: 'ES2023', experimentalDecorators: true, types: [] },
  include: ['.'],
});

/** The rules that a file breaks. */
async function broken(path, text) {
  const { folder, remove } = fixture({ 'tsconfig.json': TSCONFIG, [path]: text });
  try {
    const eslint = new ESLint({ cwd: folder, overrideConfigFile: join(root, 'eslint.config.mjs') });
    const results = await eslint.lintFiles([path]);
    return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => ruleId ?? message));
  } finally {
    remove();
  }
}

const parameters = (n) => Array.from({ length: n }, (_, i) => `readonly p${i}: string`).join(', ');
const lines = (n) => Array.from({ length: n }, (_, i) => `export const a${i} = ${i};`).join('\n');

const REFUSED = [
  ['any', '@typescript-eslint/no-explicit-any', 'server/src/orders/a.ts', 'export const a: any = 1;'],
  [
    'the environment outside core/config',
    'no-restricted-properties',
    'server/src/orders/a.ts',
    "export const a = process.env['A'];",
  ],
  [
    'the environment imported',
    'no-restricted-imports',
    'server/src/orders/a.ts',
    "import { env } from 'node:process';\nexport const a = env;",
  ],
  ['a re-export', 'no-restricted-syntax', 'server/src/orders/a.ts', "export * from './b.js';"],
  ['a named re-export', 'no-restricted-syntax', 'shared/src/a.ts', "export { b } from './b.js';"],
  ['an index file', 'no-restricted-syntax', 'server/src/orders/index.ts', 'export const a = 1;'],
  [
    '7 parameters of a constructor',
    'no-restricted-syntax',
    'server/src/orders/a.ts',
    `export class A { constructor(${parameters(7)}) {} }`,
  ],
  ['301 lines', 'max-lines', 'server/src/orders/a.ts', lines(301)],
  [
    'a promise nobody waits for',
    '@typescript-eslint/no-floating-promises',
    'server/src/orders/a.ts',
    'declare function write(): Promise<void>;\nwrite();',
  ],
  [
    'a sentence in client code',
    'no-restricted-syntax',
    'client/src/app/orders/a.ts',
    "export const a = 'Nothing found here';",
  ],
  [
    'a button without a name',
    '@angular-eslint/template/label-has-associated-control',
    'client/src/app/orders/a.html',
    '<label>{{ a }}</label>',
  ],
  [
    'a hope that nothing is null',
    'no-restricted-syntax',
    'server/src/orders/a.ts',
    'declare const a: { b?: string };\nexport const c = a.b!;',
  ],
];

const ALLOWED = [
  ['an index within its bounds', 'server/src/orders/a.ts', 'declare const a: string[];\nexport const b = a[0]!;'],
  ["the types of a feature's door", 'server/src/orders/a.service.ts', "export type { B } from './b.js';"],
  [
    'the environment in core/config',
    'server/src/core/config/a.ts',
    "declare const process: { env: Record<string, string> };\nexport const a = process.env['A'];",
  ],
  ['6 parameters of a constructor', 'server/src/orders/a.ts', `export class A { constructor(${parameters(6)}) {} }`],
  ['300 lines', 'server/src/orders/a.ts', lines(300)],
  [
    'an error of a programmer in client code',
    'client/src/app/orders/a.ts',
    "export const a = new Error('Nothing found here');",
  ],
];

describe('The lint rules', () => {
  for (const [words, rule, path, text] of REFUSED) {
    it(`refuse ${words}`, async () => expect(await broken(path, text)).toContain(rule));
  }
  for (const [words, path, text] of ALLOWED) {
    it(`allow ${words}`, async () => expect(await broken(path, text)).toEqual([]));
  }
});
