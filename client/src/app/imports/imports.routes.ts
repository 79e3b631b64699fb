import type { Routes } from '@angular/router';

const routes: Routes = [{ path: '', loadComponent: () => import('./imports-page') }];
export default routes;
