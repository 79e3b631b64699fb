import { roles, type Role } from '@candour/shared/staff.js';
import { grantOf, permissions, type Grant, type Permission } from './permissions.rules.js';

type Row = readonly [Permission, Partial<Record<Role, Grant>>];

/** What each role may do, as the house rules ("Permissions") and decision 0083 have it. */
const house: readonly Row[] = [
  ['conversation.list', { agent: 'own', lead: 'team', supervisor: 'all', design_expert: 'assigned' }],
  ['conversation.read', { agent: 'own', lead: 'team', supervisor: 'all', design_expert: 'assigned' }],
  ['conversation.explain', { agent: 'own', lead: 'team', supervisor: 'all', design_expert: 'assigned' }],
  ['conversation.reply', { agent: 'own', lead: 'team', supervisor: 'all', design_expert: 'assigned' }],
  ['conversation.transfer', { agent: 'own', lead: 'team', supervisor: 'all', design_expert: 'assigned' }],
  ['conversation.merge', { agent: 'own', lead: 'team', supervisor: 'all' }],
  ['conversation.transcript', { agent: 'own', lead: 'team', supervisor: 'all' }],
  ['conversation.own', {}],
  ['conversation.take', { agent: 'all', lead: 'all', supervisor: 'all' }],
  [
    'customer.find',
    { agent: 'all', lead: 'all', supervisor: 'all', privacy_officer: 'all', design_expert: 'assigned' },
  ],
  ['customer.read', { agent: 'all', lead: 'all', supervisor: 'all', privacy_officer: 'all' }],
  ['customer.merge-ask', { agent: 'all', lead: 'all', supervisor: 'all', privacy_officer: 'all' }],
  ['customer.merge', { supervisor: 'all', privacy_officer: 'all' }],
  ['customer.verify', { agent: 'own', lead: 'team', supervisor: 'all' }],
  ['order.find', { agent: 'all', lead: 'all', supervisor: 'all', privacy_officer: 'all' }],
  ['order.import', { admin: 'all' }],
  ['order.change', { agent: 'all', lead: 'all', supervisor: 'all' }],
  ['refund.read', { agent: 'all', lead: 'all', supervisor: 'all', privacy_officer: 'all' }],
  ['refund.request', { agent: 'all', lead: 'all', supervisor: 'all' }],
  ['refund.approve', { lead: 'all', supervisor: 'all' }],
  ['return.read', { agent: 'all', lead: 'all', supervisor: 'all', privacy_officer: 'all' }],
  ['return.manage', { agent: 'all', lead: 'all', supervisor: 'all' }],
  ['staff.manage', { admin: 'all' }],
  ['staff.approve', { admin: 'all', privacy_officer: 'all' }],
  ['outbox.read', { supervisor: 'all', admin: 'all' }],
  ['retention.preview', { supervisor: 'all', privacy_officer: 'all', admin: 'all' }],
  ['retention.sweep', { privacy_officer: 'all' }],
  ['articles.manage', { lead: 'all', supervisor: 'all', admin: 'all' }],
  ['greetings.manage', { supervisor: 'all', admin: 'all' }],
  ['hours.manage', { admin: 'all' }],
  ['sla.manage', { admin: 'all' }],
  ['safety.look', { supervisor: 'all' }],
  ['conversation.bulk', { agent: 'own', lead: 'team', supervisor: 'all', design_expert: 'assigned' }],
  ['fields.manage', { admin: 'all' }],
  ['customer.block', { lead: 'all', supervisor: 'all' }],
  ['views.share', { lead: 'all', supervisor: 'all', admin: 'all' }],
  ['routing.manage', { admin: 'all' }],
  ['reply.use', { agent: 'all', lead: 'all', supervisor: 'all', design_expert: 'all', admin: 'all' }],
  ['reply.manage', { lead: 'all', supervisor: 'all', admin: 'all' }],
  ['automation.manage', { supervisor: 'all', admin: 'all' }],
  ['request.read', { agent: 'own', lead: 'team', supervisor: 'all', privacy_officer: 'all', design_expert: 'own' }],
  ['request.change', { agent: 'own', lead: 'team', supervisor: 'all', privacy_officer: 'all' }],
  ['visit.plan', { agent: 'own', lead: 'team', supervisor: 'all' }],
  ['visit.do', { installer: 'assigned' }],
  ['policy.sellers', { privacy_officer: 'all', admin: 'all' }],
  ['audit.read', { supervisor: 'all', privacy_officer: 'all', admin: 'all' }],
];
const ofEverybody: readonly Permission[] = ['session.own', 'policy.read', 'request.open'];

describe('What each role may do', () => {
  for (const [permission, grants] of house) {
    it(`"${permission}" is granted to those and no others`, () => {
      expect(Object.fromEntries(roles.map((role) => [role, grantOf(role, permission)]))).toEqual(
        Object.fromEntries(roles.map((role) => [role, grants[role]])),
      );
    });
  }

  it('has no permission that this table forgets', () => {
    const named = [...house.map(([permission]) => permission), ...ofEverybody];
    expect(named.sort()).toEqual((Object.keys(permissions) as Permission[]).sort());
    for (const permission of ofEverybody) for (const role of roles) expect(grantOf(role, permission)).toBe('all');
  });
});
