import type { Routes } from '@angular/router';

const routes: Routes = [{ path: '', loadComponent: () => import('./mail-page') }];
export default routes;
