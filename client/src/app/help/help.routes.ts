import type { Routes } from '@angular/router';

const routes: Routes = [{ path: '', title: 'title.help', loadComponent: () => import('./help-home') }];
export default routes;
