import type { Routes } from '@angular/router';
import { anybody, meanwhile, signedIn } from '@parley/web-data-access';
import { authRoutes } from '@parley/web-feature-auth';

export const shell = () => import('./shell/shell').then((m) => m.Shell);

/** The app's addresses; each feature is loaded when first visited. */
export const routes: Routes = [
  ...authRoutes,
  {
    path: '',
    canMatch: [meanwhile(shell)],
    canActivate: [signedIn],
    loadComponent: shell,
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'rooms' },
      {
        path: 'rooms',
        loadChildren: () => import('@parley/web-feature-chat').then((m) => m.roomsRoutes(personBeside)),
      },
      { path: 'people', loadChildren: () => import('@parley/web-feature-people').then((m) => m.peopleRoutes) },
      { path: 'settings', loadChildren: () => import('@parley/web-feature-people').then((m) => m.settingsRoutes) },
      { path: 'welcome', loadChildren: () => import('@parley/web-feature-people').then((m) => m.welcomeRoutes) },
      { path: 'profile/edit', redirectTo: 'settings/profile' },
    ],
  },
  // For whoever builds the app; nothing leads there.
  {
    path: 'kit',
    title: 'titles.kit',
    canActivate: [anybody],
    loadComponent: () => import('./kit/kit-page').then((m) => m.KitPage),
  },
  {
    path: '**',
    title: 'titles.notFound',
    canActivate: [anybody],
    loadComponent: () => import('./not-found/not-found').then((m) => m.NotFound),
  },
];

/** Somebody's profile beside the room in which one met them: the two features know nothing of each other. */
const personBeside = () => import('@parley/web-feature-people').then((m) => m.PersonPanel);
