/** What an API key may be allowed to do; a signed-in session may do all of it. */
export const scopes = [
  'profile:read',
  'profile:write',
  'rooms:read',
  'rooms:write',
  'messages:read',
  'messages:write',
  'matches:read',
] as const;
export type Scope = (typeof scopes)[number];

/**
 * Who may call: anybody, a signed-in session only, or whoever holds the scope named. What names no scope (`public`, `session`) is closed to API keys.
 */
export type Access = 'public' | 'session' | Scope;
