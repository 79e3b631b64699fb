import type { Routes } from '@angular/router';

const routes: Routes = [{ path: '', loadComponent: () => import('./requests-page') }];
export default routes;
