import type { Routes } from '@angular/router';

const routes: Routes = [{ path: '', loadComponent: () => import('./greetings-page') }];
export default routes;
