import type { IconName } from '../core/icons';
import type { WordKey } from '../core/words';

export interface Section {
  path: string;
  word: WordKey;
  icon: IconName;
  /** Who sees it; the server asks again. */
  permission: string;
  /** It begins a group: a line stands above it. */
  begins?: true;
}

/** The rail, from top to bottom. */
export const sections: readonly Section[] = [
  { path: '/inbox', word: 'section.inbox', icon: 'inbox', permission: 'conversation.list' },
  { path: '/notices', word: 'section.notices', icon: 'forum', permission: 'conversation.transfer' },
  { path: '/visits', word: 'section.visits', icon: 'handyman', permission: 'visit.do' },
  { path: '/orders', word: 'section.orders', icon: 'package_2', permission: 'order.find' },
  { path: '/refunds', word: 'section.refunds', icon: 'assignment_return', permission: 'refund.read' },
  { path: '/customers', word: 'title.customers', icon: 'person', permission: 'customer.read' },
  { path: '/requests', word: 'section.requests', icon: 'gpp_maybe', permission: 'request.read', begins: true },
  { path: '/retention', word: 'section.retention', icon: 'auto_delete', permission: 'retention.preview' },
  { path: '/policy', word: 'section.policy', icon: 'policy', permission: 'policy.read' },
  { path: '/imports', word: 'section.imports', icon: 'upload_file', permission: 'order.import', begins: true },
  { path: '/replies', word: 'section.replies', icon: 'quickreply', permission: 'reply.use' },
  { path: '/hours', word: 'section.hours', icon: 'schedule', permission: 'hours.manage' },
  { path: '/sla', word: 'section.sla', icon: 'timer', permission: 'sla.manage' },
  { path: '/fields', word: 'section.fields', icon: 'tune', permission: 'fields.manage' },
  { path: '/routing', word: 'section.routing', icon: 'groups', permission: 'routing.manage' },
  { path: '/articles', word: 'section.articles', icon: 'help', permission: 'articles.manage' },
  { path: '/greetings', word: 'section.greetings', icon: 'waving_hand', permission: 'greetings.manage' },
  { path: '/outbox', word: 'section.outbox', icon: 'outgoing_mail', permission: 'outbox.read' },
  {
    path: '/administration',
    word: 'section.administration',
    icon: 'admin_panel_settings',
    permission: 'staff.approve',
  },
];
