import type { Routes } from '@angular/router';

export { PersonPanel } from './person/person-panel';

/** Finding people, and who they are. */
export const peopleRoutes: Routes = [
  { path: '', title: 'titles.people', loadComponent: () => import('./discover/people-page').then((m) => m.PeoplePage) },
  { path: ':userId', loadComponent: () => import('./person/person-page').then((m) => m.PersonPage) },
];

/** The first steps after opening an account. */
export const welcomeRoutes: Routes = [
  {
    path: '',
    title: 'titles.welcome',
    loadComponent: () => import('./profile/welcome-page').then((m) => m.WelcomePage),
  },
];

const ownPerson = () => import('./settings/own-person').then((m) => m.OwnPerson);

/** Oneself: profile, account, how Parley looks, speaks and tells, what others see, devices, API keys, blocked people. */
export const settingsRoutes: Routes = [
  {
    path: '',
    loadComponent: () => import('./settings/settings-page').then((m) => m.SettingsPage),
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'titles.settings',
        loadComponent: ownPerson,
      },
      {
        // The same with an address of its own: on a phone the list is what one sees at the first.
        path: 'you',
        title: 'titles.asOthersSee',
        loadComponent: ownPerson,
      },
      {
        path: 'profile',
        title: 'titles.profile',
        canDeactivate: [(page: { mayLeave(): boolean }) => page.mayLeave()],
        loadComponent: () => import('./profile/profile-page').then((m) => m.ProfilePage),
      },
      {
        path: 'account',
        title: 'titles.account',
        loadComponent: () => import('./account/account-page').then((m) => m.AccountPage),
      },
      {
        path: 'appearance',
        title: 'titles.appearance',
        loadComponent: () => import('./settings/appearance-page').then((m) => m.AppearancePage),
      },
      {
        path: 'language',
        title: 'titles.language',
        loadComponent: () => import('./settings/language-page').then((m) => m.LanguagePage),
      },
      {
        path: 'notifications',
        title: 'titles.notifications',
        loadComponent: () => import('./settings/notifications-page').then((m) => m.NotificationsPage),
      },
      {
        path: 'privacy',
        title: 'titles.privacy',
        loadComponent: () => import('./settings/privacy-page').then((m) => m.PrivacyPage),
      },
      {
        path: 'sessions',
        title: 'titles.devices',
        loadComponent: () => import('./settings/devices-page').then((m) => m.DevicesPage),
      },
      {
        path: 'keys',
        title: 'titles.keys',
        loadComponent: () => import('./keys/keys-page').then((m) => m.KeysPage),
      },
      {
        path: 'blocked',
        title: 'titles.blocked',
        loadComponent: () => import('./settings/blocked-page').then((m) => m.BlockedPage),
      },
    ],
  },
];
