import type { Routes } from '@angular/router';

const routes: Routes = [{ path: '', loadComponent: () => import('./hours-page') }];
export default routes;
