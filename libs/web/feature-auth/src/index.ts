import type { Routes } from '@angular/router';
import { anybody, meanwhile, signedOut } from '@parley/web-data-access';
import { takesAnswer } from './issuer-answer';
import { hasToken, takesToken } from './mail-token';

export const loginPage = () => import('./login-page').then((m) => m.LoginPage);

/** Signing in, opening an account, and what the links of mails lead to; for the whole top level. */
export const authRoutes: Routes = [
  {
    path: 'login/oidc',
    title: 'titles.login',
    canActivate: [takesAnswer, anybody],
    loadComponent: () => import('./issuer-page').then((m) => m.IssuerPage),
  },
  {
    path: 'login',
    title: 'titles.login',
    canMatch: [meanwhile(loginPage)],
    canActivate: [signedOut],
    loadComponent: loginPage,
  },
  {
    path: 'register',
    title: 'titles.register',
    canActivate: [signedOut],
    loadComponent: () => import('./register-page').then((m) => m.RegisterPage),
  },
  {
    path: 'forgot-password',
    title: 'titles.forgot',
    canActivate: [anybody],
    loadComponent: () => import('./forgot-page').then((m) => m.ForgotPage),
  },
  // Links of mails may be opened in a page that shows the same address already: then too, what they bring is taken.
  {
    path: 'reset-password',
    title: 'titles.reset',
    canActivate: [takesToken, hasToken, anybody],
    runGuardsAndResolvers: 'always',
    loadComponent: () => import('./reset-page').then((m) => m.ResetPage),
  },
  {
    path: 'confirm-email',
    title: 'titles.confirm',
    canActivate: [takesToken, anybody],
    runGuardsAndResolvers: 'always',
    loadComponent: () => import('./confirm-page').then((m) => m.ConfirmPage),
  },
  {
    path: 'ended',
    title: 'titles.ended',
    canActivate: [signedOut],
    loadComponent: () => import('./ended-page').then((m) => m.EndedPage),
  },
];
