/** What addresses are made of. */
export interface Ids {
  /** The room of the two demo accounts. */
  readonly roomId: string;
  /** The other one in it. */
  readonly otherId: string;
  readonly groupId: string;
}

/** A picture to take. */
export interface View {
  /** What the file is called, before the screen and the colours. */
  readonly name: string;
  readonly path: (ids: Ids) => string;
  /** Whether it is seen before signing in. */
  readonly isSignedOut?: true;
  /** Words that are in view once it is whole. */
  readonly shows: string;
}

export const views: readonly View[] = [
  { name: 'sign-in', path: () => '/login', isSignedOut: true, shows: 'Welcome back' },
  { name: 'register', path: () => '/register', isSignedOut: true, shows: 'At least' },
  { name: 'welcome', path: () => '/welcome', shows: 'I can teach' },
  { name: 'rooms', path: () => '/rooms', shows: 'Jonas' },
  { name: 'room', path: ({ roomId }) => `/rooms/${roomId}`, shows: 'Teaches you' },
  {
    name: 'room-profile',
    path: ({ roomId, otherId }) => `/rooms/${roomId}/with/${otherId}`,
    shows: 'there now',
  },
  { name: 'group', path: ({ groupId }) => `/rooms/${groupId}/details`, shows: 'Leave' },
  { name: 'people', path: () => '/people', shows: 'Something for both of you' },
  { name: 'people-search', path: () => '/people?teaches=Spanish', shows: 'Teaches' },
  { name: 'person', path: ({ otherId }) => `/people/${otherId}`, shows: 'Wants to learn' },
  { name: 'settings', path: () => '/settings', shows: 'Devices' },
  { name: 'profile', path: () => '/settings/profile', shows: 'I can teach' },
  { name: 'appearance', path: () => '/settings/appearance', shows: 'How Parley looks' },
  { name: 'language', path: () => '/settings/language', shows: 'What Parley speaks' },
  { name: 'notifications', path: () => '/settings/notifications', shows: 'How you hear of something new' },
  { name: 'privacy', path: () => '/settings/privacy', shows: 'What others see of what you do' },
  { name: 'devices', path: () => '/settings/sessions', shows: 'This device' },
  { name: 'blocked', path: () => '/settings/blocked', shows: 'Nobody is blocked' },
  { name: 'not-found', path: () => '/nowhere', isSignedOut: true, shows: 'There is nothing here' },
];
