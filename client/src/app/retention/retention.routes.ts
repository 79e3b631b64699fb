import type { Routes } from '@angular/router';

const routes: Routes = [{ path: '', loadComponent: () => import('./retention-page') }];
export default routes;
