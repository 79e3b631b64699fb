import type { Routes } from '@angular/router';

const routes: Routes = [{ path: '', loadComponent: () => import('./replies-page') }];
export default routes;
