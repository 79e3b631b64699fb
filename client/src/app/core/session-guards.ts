import { inject } from '@angular/core';
import type { CanActivateFn } from '@angular/router';
import { RedirectCommand, Router } from '@angular/router';
import { Session } from './session';

export const signedIn: CanActivateFn = async (_route, state) => {
  const session = inject(Session);
  const router = inject(Router);
  const known = await session.known().catch(() => false);
  if (known) return true;
  const queryParams = state.url === '/' ? {} : { back: state.url };
  return new RedirectCommand(router.createUrlTree(['/sign-in'], { queryParams }));
};

export const signedOut: CanActivateFn = async () => {
  const session = inject(Session);
  const router = inject(Router);
  const known = await session.known().catch(() => false);
  return known ? router.parseUrl('/') : true;
};
