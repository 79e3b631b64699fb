import type { Routes } from '@angular/router';
import { signedIn, signedOut } from './core/session-guards';

export const routes: Routes = [
  { path: 'help', loadChildren: () => import('./help/help.routes') },
  {
    path: 'sign-in',
    canActivate: [signedOut],
    title: 'title.signIn',
    loadComponent: () => import('./sign-in/sign-in'),
  },
  { path: 'link', title: 'title.link', loadComponent: () => import('./sign-in/link') },
  { path: '', canActivate: [signedIn], loadChildren: () => import('./shell/shell.routes') },
];
