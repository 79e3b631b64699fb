import type { Routes } from '@angular/router';

const routes: Routes = [{ path: '', loadComponent: () => import('./notices-page') }];
export default routes;
