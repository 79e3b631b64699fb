import type { Routes } from '@angular/router';

const routes: Routes = [{ path: '', loadComponent: () => import('./macros-page') }];
export default routes;
