// The habits of the house that a machine can check. CONTRIBUTING.md says them in words.
import eslint from '@eslint/js';
import angular from 'angular-eslint';
import { defineConfig } from 'eslint/config';
import typescript from 'typescript-eslint';

const CATALOGUES = [
  'client/widget/**/catalogue/**',
  'client/shop/catalogue/**',
  'client/src/app/core/i18n/catalogue/**',
];
const DATA = [...CATALOGUES, 'server/src/policy/packs/**', 'server/src/demo/**/*.data.ts'];
const SPECS = [
  '**/*.spec.ts',
  '**/*.testing.ts',
  '**/testing/**',
  'server/test/**',
  'server/bench/**',
  'client/e2e/**',
];

const noBarrel = [
  { selector: 'ExportAllDeclaration', message: 'No barrel files: import a thing from where it is.' },
  // A feature's door (its service, its events) may name types that stand behind it.
  {
    selector: 'ExportNamedDeclaration[source][exportKind!="type"]',
    message: 'No barrel files: import a thing from where it is.',
  },
];
const noSentence = {
  selector: 'Literal[value=/^[A-Z][a-z]+( [a-z]+)+/]:not(NewExpression > Literal)',
  message: 'No sentence in client code: it belongs to the catalogues, in four languages.',
};
const fewParameters = {
  selector: 'MethodDefinition[kind="constructor"] > FunctionExpression[params.length>6]',
  message: 'A constructor takes at most 6 parameters: this class does too much.',
};

/** `rows[i]!` after a loop's own bound is honest with noUncheckedIndexedAccess; `row.key!` and `find()!` are hopes. */
const noHope = {
  selector:
    'TSNonNullExpression:not([expression.type="MemberExpression"][expression.computed=true])' +
    ':not([expression.callee.property.name=/^(at|pop|shift|codePointAt)$/])',
  message: 'Say what happens where it is null.',
};

export default defineConfig(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '**/.angular/',
      '.nx/',
      'data/',
      '**/test-results/',
      '**/playwright-report/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [typescript.configs.strict],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      // Nest modules and Angular components are often classes with a decorator and nothing else.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-invalid-void-type': [
        'error',
        { allowAsThisParameter: true, allowInGenericTypeArguments: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // What is not awaited fails unheard, and here that may be a write.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false, arguments: false } },
      ],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-non-null-assertion': 'off', // In favour of noHope.
      'no-restricted-syntax': ['error', ...noBarrel, fewParameters, noHope],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
    },
  },
  {
    files: ['**/index.ts', '**/index.mts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'Program', message: 'No barrel files: name the file after its content.' },
      ],
    },
  },
  {
    files: ['server/src/**/*.ts'],
    ignores: ['server/src/core/config/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'The environment is read once, in core/config.' },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: ['process', 'node:process'].map((name) => ({
            name,
            importNames: ['env'],
            message: 'Use core/config.',
          })),
        },
      ],
      '@typescript-eslint/consistent-type-imports': 'off', // Nest injects by the value import of a class.
    },
  },
  {
    files: ['client/src/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/prefer-on-push-component-change-detection': 'off', // Zoneless and signals throughout.
      '@angular-eslint/component-class-suffix': 'off',
      '@angular-eslint/directive-class-suffix': 'off',
      '@typescript-eslint/consistent-type-imports': 'off', // Components are injected by value.
    },
  },
  {
    files: ['client/src/**/*.ts', 'client/widget/**/*.ts', 'client/shop/**/*.ts'],
    ignores: [...CATALOGUES, ...SPECS, '**/index.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noBarrel, fewParameters, noHope, noSentence] },
  },
  {
    files: ['client/src/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
    rules: { '@angular-eslint/template/eqeqeq': ['error', { allowNullOrUndefined: true }] },
  },
  {
    files: SPECS,
    rules: {
      'no-restricted-syntax': ['error', ...noBarrel, fewParameters],
      'no-loss-of-precision': 'off',
      'no-restricted-properties': 'off',
      'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: DATA, rules: { 'max-lines': 'off' } },
  // Generated, with a directive of their own whatever their length.
  { files: ['server/src/migrations/**'], linterOptions: { reportUnusedDisableDirectives: 'off' } },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'Buffer',
          'URL',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'fetch',
          'performance',
          'AbortSignal',
          'structuredClone',
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.spec.mjs'],
    languageOptions: {
      globals: {
        describe: 'readonly',
        it: 'readonly',
        expect: 'readonly',
        beforeAll: 'readonly',
        afterAll: 'readonly',
      },
    },
  },
);
