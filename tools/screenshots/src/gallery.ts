/** The pictures of `docs/gallery.md`, by the names of their files; all others are for looking at, and kept nowhere. */
export const GALLERY: ReadonlySet<string> = new Set([
  ...['room-profile-desktop-light', 'room-profile-desktop-dark', 'room-phone-light', 'rooms-phone-dark'],
  ...['sign-in-desktop-light', 'people-desktop-light', 'person-phone-dark', 'welcome-phone-light'],
  ...['search-desktop-dark', 'requests-phone-light', 'switcher-desktop-light'],
  ...['room-menu-phone-dark', 'group-desktop-light', 'appearance-desktop-dark', 'api-keys-made-desktop-light'],
  ...['rooms-empty-phone-light', 'people-empty-desktop-dark', 'server-away-phone-light', 'room-loading-desktop-light'],
]);
