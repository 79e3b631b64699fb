import type { Routes } from '@angular/router';

const routes: Routes = [{ path: '', loadComponent: () => import('./staff-page') }];
export default routes;
