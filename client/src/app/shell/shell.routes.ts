import type { Routes } from '@angular/router';
import { deskFields } from '../ui/fields';

const routes: Routes = [
  {
    path: '',
    providers: [deskFields],
    loadComponent: () => import('./shell'),
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'inbox' },
      { path: 'inbox', title: 'title.inbox', loadChildren: () => import('../conversations/conversations.routes') },
      { path: 'orders', title: 'title.orders', loadChildren: () => import('../orders/orders.routes') },
      { path: 'imports', title: 'title.imports', loadChildren: () => import('../imports/imports.routes') },
      { path: 'retention', title: 'title.retention', loadChildren: () => import('../retention/retention.routes') },
      { path: 'policy', title: 'title.policy', loadChildren: () => import('../policy/policy.routes') },
      { path: 'outbox', title: 'title.outbox', loadChildren: () => import('../mail/mail.routes') },
      { path: 'administration', title: 'title.staff', loadChildren: () => import('../staff/staff.routes') },
      { path: '**', title: 'title.lost', loadComponent: () => import('./lost') },
    ],
  },
];
export default routes;
