import type { Routes } from '@angular/router';

const routes: Routes = [{ path: '', loadComponent: () => import('./refunds-page') }];
export default routes;
