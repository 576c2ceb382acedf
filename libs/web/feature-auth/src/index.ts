import type { Routes } from '@angular/router';
import { signedOut } from '@parley/web-data-access';

/** Signing in and opening an account; for the whole top level. */
export const authRoutes: Routes = [
  {
    path: 'login',
    title: 'titles.login',
    canActivate: [signedOut],
    loadComponent: () => import('./login-page').then((m) => m.LoginPage),
  },
  {
    path: 'register',
    title: 'titles.register',
    canActivate: [signedOut],
    loadComponent: () => import('./register-page').then((m) => m.RegisterPage),
  },
  {
    path: 'ended',
    title: 'titles.ended',
    canActivate: [signedOut],
    loadComponent: () => import('./ended-page').then((m) => m.EndedPage),
  },
];
