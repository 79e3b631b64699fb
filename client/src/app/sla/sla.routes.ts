import type { Routes } from '@angular/router';

const routes: Routes = [{ path: '', loadComponent: () => import('./sla-page') }];
export default routes;
