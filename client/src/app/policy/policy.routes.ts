import type { Routes } from '@angular/router';

const routes: Routes = [{ path: '', loadComponent: () => import('./policy-page') }];
export default routes;
