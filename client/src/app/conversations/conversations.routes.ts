import type { Routes } from '@angular/router';

const routes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'queue' },
  {
    path: ':view',
    loadComponent: () => import('./inbox/inbox-page'),
    children: [
      { path: '', pathMatch: 'full', loadComponent: () => import('./ticket/choose-one') },
      { path: ':id', loadComponent: () => import('./conversation-page') },
    ],
  },
];
export default routes;
