import type { Routes } from '@angular/router';

const routes: Routes = [{ path: '', loadComponent: () => import('./routing-page') }];
export default routes;
