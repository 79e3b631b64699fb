import type { Routes } from '@angular/router';

const routes: Routes = [
  { path: '', loadComponent: () => import('./articles-page') },
  { path: ':id', loadComponent: () => import('./article-form') },
];
export default routes;
