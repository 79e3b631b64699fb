import type { Routes } from '@angular/router';

const routes: Routes = [{ path: '', loadComponent: () => import('./automations-page') }];
export default routes;
