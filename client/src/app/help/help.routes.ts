import type { Routes } from '@angular/router';

const routes: Routes = [
  {
    path: '',
    loadComponent: () => import('./help-frame'),
    children: [
      { path: '', title: 'title.help', loadComponent: () => import('./contact') },
      { path: 'write', title: 'contact.write', loadComponent: () => import('./write') },
      { path: 'returns', title: 'giveBack.title', loadComponent: () => import('./give-back') },
      { path: 'withdraw', title: 'giveBack.withdraw', loadComponent: () => import('./withdraw') },
      { path: 'track', title: 'contact.track', loadComponent: () => import('./track') },
      { path: 'articles', title: 'help.articles', loadComponent: () => import('./articles') },
      { path: 'articles/:slug', title: 'help.articles', loadComponent: () => import('./article') },
      { path: 'policy', title: 'help.policy', loadComponent: () => import('./policy') },
      { path: 'policy/:version', title: 'help.policy', loadComponent: () => import('./policy') },
      { path: 'rate/:token', title: 'title.rate', loadComponent: () => import('./rate') },
      { path: '**', title: 'title.lost', loadComponent: () => import('./help-lost') },
    ],
  },
];
export default routes;
