// Who may import whom: one rule for each rule of the design, in its order.

/** Each folder of server/src imports only what stands before it. A new feature takes its place here. */
const ORDER = [
  'core',
  'web',
  'audit',
  'policy',
  'privacy',
  'staff',
  'hours',
  'search',
  'timeline',
  'customers',
  'orders',
  'providers',
  'disclosures',
  'articles',
  'conversations',
  'notices',
  'attachments',
  'sla',
  'routing',
  'handover',
  'transcripts',
  'visits',
  'merging',
  'tickets',
  'surveys',
  'replies',
  'macros',
  'keeping',
  'contact',
  'greetings',
  'recordings',
  'returns',
  'credit',
  'refunds',
  'connectors',
  'requests',
  'reviews',
  'reports',
  'live',
  'demo',
];
/** Ways in from outside, not features. */
const ENTRANCES = ['commands', 'migrations', 'sandbox'];

const testCode = '(\\.(spec|testing)\\.ts$|/testing/)';
const serverFolder = (names) => `^server/src/(${names.join('|')})/`;

const order = ORDER.slice(0, -1).map((name, i) => ({
  name: `2-order-${name}`,
  severity: 'error',
  comment: `${name} imports only what stands before it: ${ORDER.slice(0, i).join(', ') || 'nothing'}.`,
  from: { path: serverFolder([name]) },
  to: { path: serverFolder(ORDER.slice(i + 1)) },
}));

export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Modules that import each other cannot be understood, tested or moved apart.',
      from: {},
      to: { circular: true },
    },
    {
      name: '1-shared-stands-alone',
      severity: 'error',
      comment: 'shared holds contracts: it imports zod and itself.',
      from: { path: '^shared/src/', pathNot: testCode },
      to: { pathNot: ['^shared/', '(^|/)node_modules/zod/'] },
    },
    {
      name: '1-server-and-client-meet-in-shared',
      severity: 'error',
      comment: 'Server and client know each other by the contracts alone.',
      from: { path: '^(server|client)/' },
      to: { path: '^(server|client)/', pathNot: '^$1/' },
    },
    ...order,
    {
      name: '2-every-folder-has-its-place',
      severity: 'error',
      comment: 'A folder of server/src that the order does not name: give it its place in .dependency-cruiser.mjs.',
      from: { path: '^server/src/[^/]+/', pathNot: serverFolder([...ORDER, ...ENTRANCES]) },
      to: {},
    },
    {
      name: '2-nobody-imports-commands-or-migrations',
      severity: 'error',
      comment: 'They are ways in from outside; a spec may run them.',
      from: { path: '^server/src/([^/]+)/', pathNot: testCode },
      to: { path: serverFolder(ENTRANCES), pathNot: '^server/src/$1/' },
    },
    {
      name: '3-features-meet-at-their-doors',
      severity: 'error',
      comment:
        'Of another feature only its service, its events and its module are known; of policy and privacy also the ' +
        'words that every record is described in (docs/decisions/0010).',
      // The house's own keeper names the tables of audit and policy, which may not know of keepers.
      from: {
        path: '^server/src/([^/]+)/',
        pathNot: [testCode, serverFolder(ENTRANCES), '^server/src/privacy/house\\.keeper\\.ts$'],
      },
      to: {
        path: '^server/src/[^/]+/',
        pathNot: [
          '^server/src/$1/',
          '^server/src/core/',
          '^server/src/privacy/(record-keeper|swept-rows)\\.ts$',
          '^server/src/policy/(evidence|facts\\.rules)\\.ts$',
          '^server/src/audit/leaf\\.ts$',
          // The words in which providers are asked and answer.
          '^server/src/providers/payment-provider\\.ts$',
          '\\.(service|events|module)\\.ts$',
        ],
      },
    },
    {
      name: '4-nobody-imports-live-or-demo',
      severity: 'error',
      comment: 'The gateway and the demonstration stand on top: they know the features, no feature knows them.',
      from: { path: '^server/src/([^/]+)/' },
      to: { path: '^server/src/(live|demo)/', pathNot: '^server/src/$1/' },
    },
    {
      name: '5-rules-are-pure',
      severity: 'error',
      comment: 'Rules import rules, contracts and zod: no database, no clock, no framework.',
      from: { path: '\\.rules\\.ts$' },
      to: { pathNot: ['\\.rules\\.ts$', '^shared/', '(^|/)node_modules/zod/'] },
    },
    {
      name: '6-client-features-meet-by-panels',
      severity: 'error',
      comment: 'Of another client feature only its panels are known; the shell alone leads to their pages.',
      from: { path: '^client/src/app/([^/]+)/', pathNot: [testCode, '^client/src/app/shell/shell\\.routes\\.ts$'] },
      to: {
        path: '^client/src/app/[^/]+/',
        pathNot: ['^client/src/app/$1/', '^client/src/app/(core|ui)/', '-panel\\.ts$'],
      },
    },
    {
      name: '6-client-core-and-ui-know-no-feature',
      severity: 'error',
      comment: 'What every feature uses knows none of them; core does not know ui.',
      from: { path: '^client/src/app/(core|ui)/' },
      to: { path: '^client/src/app/[^/]+/', pathNot: '^client/src/app/(core|$1)/' },
    },
    {
      name: '6-widget-has-no-framework',
      severity: 'error',
      comment: 'The widget is plain TypeScript on contracts and the socket.',
      from: { path: '^client/widget/.*\\.ts$', pathNot: testCode },
      to: { pathNot: ['^client/widget/', '^shared/', '(^|/)node_modules/(zod|socket\\.io-client)/'] },
    },
    {
      name: '6-widget-parts-are-lent-what-they-use',
      severity: 'error',
      comment: "A lazy part takes the chat's code from its kit; an import of it would split the chat into more files.",
      from: { path: '^client/widget/parts/([^/]+)/', pathNot: testCode },
      to: {
        path: '^client/widget/',
        pathNot: '^client/widget/parts/($1/|style\\.d\\.ts)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-test-code-in-production',
      severity: 'error',
      from: { path: '^(shared|server|client)/(src|widget)/', pathNot: testCode },
      to: { path: testCode },
    },
    {
      name: 'no-development-package-in-production',
      severity: 'error',
      comment: 'The image is installed without development packages.',
      from: { path: '^(shared|server|client)/(src|widget)/.*\\.ts$', pathNot: testCode },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: ['(^|/)node_modules/', '(^|/)dist/'] },
    exclude: { path: '(^|/)(\\.angular|test-results|playwright-report)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
