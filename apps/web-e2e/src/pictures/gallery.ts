/** Of the sandbox, which is filled as a member's Parley is; called so in the gallery too. */
const OF_THE_SANDBOX = [
  ...['room-profile-desktop-light', 'room-profile-desktop-dark', 'room-phone-light', 'rooms-phone-dark'],
  ...['people-desktop-light', 'person-phone-dark', 'welcome-phone-light'],
  ...['search-desktop-dark', 'requests-phone-light', 'switcher-desktop-light'],
  ...['room-menu-phone-dark', 'group-desktop-light', 'room-loading-desktop-light'],
  ...['room-offline-phone-light', 'room-emoji-phone-dark', 'room-replying-phone-light'],
  ...['rooms-desktop-light', 'room-tablet-light'],
  ...['room-desktop-dark-contrast', 'people-desktop-light-contrast', 'room-desktop-rtl', 'rooms-phone-rtl'],
];

/** Of the walks through every state, and what they are called in the gallery. */
const OF_THE_WALKS = [
  ['signing-in/signing-in-desktop-light', 'sign-in-desktop-light'],
  ['signing-in/the-server-is-away-phone-light', 'server-away-phone-light'],
  ['signing-in/signed-out-by-somebody-else-phone-light', 'session-ended-phone-light'],
  ['the-kit/the-kit-choices-of-a-combobox-desktop-light', 'kit-desktop-light'],
  ['the-conversations/no-conversations-phone-light', 'rooms-empty-phone-light'],
  ['people/nobody-to-find-yet-desktop-dark', 'people-empty-desktop-dark'],
  ['a-room/a-message-that-was-refused-phone-dark', 'room-refused-phone-dark'],
  ['in-passing/somebody-who-is-writing-phone-light', 'room-typing-phone-light'],
  ['a-room/editing-desktop-light', 'room-editing-desktop-light'],
  ['oneself/appearance-desktop-dark', 'appearance-desktop-dark'],
  ['the-account/a-second-factor-with-its-key-phone-light', 'second-factor-phone-light'],
  ['api-keys/a-key-that-was-just-made-desktop-light', 'api-keys-made-desktop-light'],
] as const;

/** The pictures of `docs/gallery.md` and what they are called there; all others are for looking at, and kept nowhere. */
export const GALLERY: ReadonlyMap<string, string> = new Map([
  ...OF_THE_SANDBOX.map((name) => [`sandbox/${name}`, name] as const),
  ...OF_THE_WALKS,
]);
