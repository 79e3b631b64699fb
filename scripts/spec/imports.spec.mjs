import { cruise } from 'dependency-cruiser';
import config from '../../.dependency-cruiser.mjs';
import { fixture } from './fixture.mjs';

const NOTHING = 'export const nothing = 0;\n';
const importing = (...names) =>
  names.map((name, i) => `import { nothing as n${i} } from '${name}';\nexport const m${i} = n${i};\n`).join('');

/** The names of the rules that a tree of files breaks. */
async function broken(files) {
  const { folder, remove } = fixture(files);
  try {
    const { forbidden: forbiddenRules, options } = config;
    const { tsConfig: _ours, ...rest } = options;
    const { output } = await cruise(['.'], {
      ...rest,
      baseDir: folder,
      validate: true,
      ruleSet: { forbidden: forbiddenRules },
    });
    return [...new Set(output.summary.violations.map((violation) => violation.rule.name))].sort();
  } finally {
    remove();
  }
}

/** What stands where, what it imports, and the rule that says no. */
const REFUSED = [
  ['no-cycles', 'server/src/core/a.ts', 'server/src/core/b.ts', './a.js'],
  ['1-shared-stands-alone', 'shared/src/orders.ts', 'server/src/core/a.ts'],
  ['1-server-and-client-meet-in-shared', 'server/src/core/a.ts', 'client/src/app/core/b.ts'],
  ['1-server-and-client-meet-in-shared', 'client/src/app/core/a.ts', 'server/src/core/b.ts'],
  ['2-order-core', 'server/src/core/a.ts', 'server/src/orders/orders.service.ts'],
  ['2-order-audit', 'server/src/audit/a.ts', 'server/src/policy/policy.service.ts'],
  ['2-order-policy', 'server/src/policy/a.ts', 'server/src/privacy/record-keeper.ts'],
  ['2-order-privacy', 'server/src/privacy/a.ts', 'server/src/staff/staff.service.ts'],
  ['2-order-customers', 'server/src/customers/a.ts', 'server/src/orders/orders.service.ts'],
  ['2-order-conversations', 'server/src/conversations/a.ts', 'server/src/refunds/refunds.service.ts'],
  ['2-nobody-imports-commands-or-migrations', 'server/src/audit/a.ts', 'server/src/migrations/b.ts'],
  ['2-every-folder-has-its-place', 'server/src/helpers/a.ts', 'server/src/core/b.ts'],
  ['3-features-meet-at-their-doors', 'server/src/conversations/a.ts', 'server/src/orders/order.entity.ts'],
  ['3-features-meet-at-their-doors', 'server/src/live/a.ts', 'server/src/conversations/conversations.rules.ts'],
  ['4-nobody-imports-live-or-demo', 'server/src/commands/a.ts', 'server/src/live/live.module.ts'],
  ['4-nobody-imports-live-or-demo', 'server/src/live/a.ts', 'server/src/demo/demo.service.ts'],
  ['5-rules-are-pure', 'server/src/orders/orders.rules.ts', 'server/src/orders/orders.service.ts'],
  ['5-rules-are-pure', 'server/src/orders/orders.rules.ts', 'node:fs'],
  ['6-client-features-meet-by-panels', 'client/src/app/orders/a.ts', 'client/src/app/refunds/refund-store.ts'],
  ['6-client-features-meet-by-panels', 'client/src/app/inbox/a.routes.ts', 'client/src/app/orders/orders.routes.ts'],
  ['6-client-core-and-ui-know-no-feature', 'client/src/app/core/a.ts', 'client/src/app/orders/order-panel.ts'],
  ['6-client-core-and-ui-know-no-feature', 'client/src/app/core/a.ts', 'client/src/app/ui/empty.ts'],
  ['6-widget-has-no-framework', 'client/widget/chat.ts', 'client/src/app/core/words.ts'],
  ['no-test-code-in-production', 'server/src/core/a.ts', 'server/src/core/clock.testing.ts'],
  ['everything-resolves', 'server/src/core/a.ts', './not-there.js'],
];

const ALLOWED = [
  ['server/src/conversations/a.ts', 'server/src/orders/orders.service.ts'],
  ['server/src/conversations/a.ts', 'server/src/core/database/columns.ts'],
  ['server/src/orders/orders.keeper.ts', 'server/src/privacy/record-keeper.ts'],
  ['server/src/orders/order.entity.ts', 'server/src/policy/evidence.ts'],
  ['server/src/live/live.gateway.ts', 'server/src/conversations/conversations.events.ts'],
  ['server/src/orders/orders.service.ts', 'server/src/orders/orders.rules.ts'],
  ['server/src/audit/a.spec.ts', 'server/src/migrations/b.ts'],
  ['server/src/orders/a.spec.ts', 'server/src/core/clock.testing.ts'],
  ['client/src/app/conversations/a.ts', 'client/src/app/orders/orders-panel.ts'],
  ['client/src/app/orders/a.ts', 'client/src/app/ui/empty.ts'],
  ['client/src/app/shell/shell.routes.ts', 'client/src/app/orders/orders.routes.ts'],
  ['server/src/orders/orders.keeper.ts', 'server/src/policy/facts.rules.ts'],
];

/** From one file to another, as the source would write it. */
function between(from, to) {
  if (!to.includes('/') || to.startsWith('.') || to.startsWith('node:')) return to;
  return `${'../'.repeat(from.split('/').length - 1)}${to.replace(/\.ts$/, '.js')}`;
}

describe('The import rules', () => {
  for (const [rule, from, to, back] of REFUSED) {
    it(`refuse, by ${rule}, that ${from} imports ${to}`, async () => {
      const files = { [from]: importing(between(from, to)) };
      if (to.startsWith('s') || to.startsWith('c')) files[to] = back ? importing(back) : NOTHING;
      expect(await broken(files)).toContain(rule);
    });
  }

  for (const [from, to] of ALLOWED) {
    it(`allow that ${from} imports ${to}`, async () => {
      expect(await broken({ [from]: importing(between(from, to)), [to]: NOTHING })).toEqual([]);
    });
  }
});
