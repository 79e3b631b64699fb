import type { Routes } from '@angular/router';

const routes: Routes = [{ path: '', loadComponent: () => import('./fields-page') }];
export default routes;
