import { inject } from '@angular/core';
import type { CanActivateFn, Routes } from '@angular/router';
import { Router } from '@angular/router';
import { Session } from '../core/session';
import { deskFields } from '../ui/fields';
import { sections } from './sections';

/** The first section this person may see. */
const homeOf = (session: Session): string =>
  sections.find((section) => session.can(section.permission))?.path ?? '/policy';

/** Redirects are worked out before guards, so this one asks first who is here. */
async function home(): Promise<string> {
  const session = inject(Session);
  return (await session.known().catch(() => false)) ? homeOf(session) : '/sign-in';
}

/** Keeps a page to those who may see it; the server asks again. */
const only =
  (permission: string): CanActivateFn =>
  () => {
    const session = inject(Session);
    return session.can(permission) || inject(Router).parseUrl(homeOf(session));
  };

const routes: Routes = [
  {
    path: '',
    providers: [deskFields],
    loadComponent: () => import('./shell'),
    children: [
      { path: '', pathMatch: 'full', redirectTo: home },
      {
        path: 'inbox',
        title: 'title.inbox',
        canActivate: [only('conversation.list')],
        loadChildren: () => import('../conversations/conversations.routes'),
      },
      {
        path: 'search',
        title: 'title.search',
        canActivate: [only('conversation.list')],
        loadChildren: () => import('../search/search.routes'),
      },
      {
        path: 'notices',
        title: 'title.notices',
        canActivate: [only('conversation.transfer')],
        loadChildren: () => import('../notices/notices.routes'),
      },
      {
        path: 'visits',
        title: 'title.visits',
        canActivate: [only('visit.do')],
        loadChildren: () => import('../visits/visits.routes'),
      },
      {
        path: 'orders',
        title: 'title.orders',
        canActivate: [only('order.find')],
        loadChildren: () => import('../orders/orders.routes'),
      },
      {
        path: 'refunds',
        title: 'title.refunds',
        canActivate: [only('refund.read')],
        loadChildren: () => import('../refunds/refunds.routes'),
      },
      {
        path: 'customers',
        title: 'title.customers',
        canActivate: [only('customer.read')],
        loadChildren: () => import('../customers/customers.routes'),
      },
      {
        path: 'imports',
        title: 'title.imports',
        canActivate: [only('order.import')],
        loadChildren: () => import('../imports/imports.routes'),
      },
      {
        path: 'requests',
        title: 'title.requests',
        canActivate: [only('request.read')],
        loadChildren: () => import('../requests/requests.routes'),
      },
      {
        path: 'retention',
        title: 'title.retention',
        canActivate: [only('retention.preview')],
        loadChildren: () => import('../retention/retention.routes'),
      },
      { path: 'policy', title: 'title.policy', loadChildren: () => import('../policy/policy.routes') },
      {
        path: 'replies',
        title: 'title.replies',
        canActivate: [only('reply.use')],
        loadChildren: () => import('../replies/replies.routes'),
      },
      {
        path: 'macros',
        title: 'title.macros',
        canActivate: [only('reply.use')],
        loadChildren: () => import('../macros/macros.routes'),
      },
      {
        path: 'automations',
        title: 'title.automations',
        canActivate: [only('automation.manage')],
        loadChildren: () => import('../macros/automations.routes'),
      },
      {
        path: 'hours',
        title: 'title.hours',
        canActivate: [only('hours.manage')],
        loadChildren: () => import('../hours/hours.routes'),
      },
      {
        path: 'sla',
        title: 'title.sla',
        canActivate: [only('sla.manage')],
        loadChildren: () => import('../sla/sla.routes'),
      },
      {
        path: 'fields',
        title: 'title.fields',
        canActivate: [only('fields.manage')],
        loadChildren: () => import('../fields/fields.routes'),
      },
      {
        path: 'routing',
        title: 'title.routing',
        canActivate: [only('routing.manage')],
        loadChildren: () => import('../routing/routing.routes'),
      },
      {
        path: 'articles',
        title: 'title.articles',
        canActivate: [only('articles.manage')],
        loadChildren: () => import('../articles/articles.routes'),
      },
      {
        path: 'greetings',
        title: 'title.greetings',
        canActivate: [only('greetings.manage')],
        loadChildren: () => import('../greetings/greetings.routes'),
      },
      {
        path: 'outbox',
        title: 'title.outbox',
        canActivate: [only('outbox.read')],
        loadChildren: () => import('../mail/mail.routes'),
      },
      {
        path: 'administration',
        title: 'title.staff',
        canActivate: [only('staff.approve')],
        loadChildren: () => import('../staff/staff.routes'),
      },
      { path: '**', title: 'title.lost', loadComponent: () => import('./lost') },
    ],
  },
];
export default routes;
