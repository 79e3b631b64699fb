import type { Routes } from '@angular/router';

const routes: Routes = [{ path: '', loadComponent: () => import('./visits-page') }];
export default routes;
