import type { Routes } from '@angular/router';

const routes: Routes = [
  { path: '', loadComponent: () => import('./orders-page') },
  { path: ':id', title: 'title.order', loadComponent: () => import('./order-page') },
];
export default routes;
