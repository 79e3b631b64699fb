import type { Routes } from '@angular/router';

const routes: Routes = [
  { path: '', loadComponent: () => import('./customers-page') },
  { path: ':id', loadComponent: () => import('./customer-page') },
];
export default routes;
