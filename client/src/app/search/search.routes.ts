import type { Routes } from '@angular/router';

const routes: Routes = [{ path: '', loadComponent: () => import('./search-page') }];
export default routes;
