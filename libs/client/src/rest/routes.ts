import type { rest, RestRoute } from '@parley/contracts';

/** Of a route, what its caller needs: where it goes, and whether it takes a token. */
export type Address = Pick<RestRoute, 'method' | 'path' | 'access'>;

/** The contract's own table, without its schemas. */
type Routes = {
  readonly [Area in keyof typeof rest]: {
    readonly [Name in keyof (typeof rest)[Area]]: (typeof rest)[Area][Name] extends Address
      ? Pick<(typeof rest)[Area][Name], keyof Address>
      : never;
  };
};

/**
 * Where every call of the REST API goes. The contract says the same, with the schemas of all that goes in and comes out; a client looks at none of them, and making them
 * would take a page a good part of the time in which it starts. What is not as in the contract does not compile.
 */
export const routes: Routes = {
  auth: {
    register: { method: 'POST', path: '/auth/register', access: 'public' },
    login: { method: 'POST', path: '/auth/login', access: 'public' },
    refresh: { method: 'POST', path: '/auth/refresh', access: 'public' },
    logout: { method: 'POST', path: '/auth/logout', access: 'session' },
    listSessions: { method: 'GET', path: '/auth/sessions', access: 'session' },
    endSession: { method: 'DELETE', path: '/auth/sessions/{id}', access: 'session' },
  },
  account: {
    show: { method: 'GET', path: '/auth/account', access: 'session' },
    changePassword: { method: 'PUT', path: '/auth/password', access: 'session' },
    changeEmail: { method: 'PUT', path: '/auth/email', access: 'session' },
    sendVerification: { method: 'POST', path: '/auth/email/verification', access: 'session' },
    confirmEmail: { method: 'POST', path: '/auth/email/confirm', access: 'public' },
    requestReset: { method: 'POST', path: '/auth/reset', access: 'public' },
    resetPassword: { method: 'PUT', path: '/auth/reset', access: 'public' },
    export: { method: 'GET', path: '/auth/export', access: 'session' },
    deactivate: { method: 'POST', path: '/auth/deactivate', access: 'session' },
    remove: { method: 'POST', path: '/auth/delete', access: 'session' },
  },
  secondFactor: {
    signIn: { method: 'POST', path: '/auth/login/second-factor', access: 'public' },
    setUp: { method: 'POST', path: '/auth/second-factor', access: 'session' },
    enable: { method: 'PUT', path: '/auth/second-factor', access: 'session' },
    renewRecoveryCodes: { method: 'POST', path: '/auth/second-factor/recovery-codes', access: 'session' },
    disable: { method: 'POST', path: '/auth/second-factor/disable', access: 'session' },
  },
  oidc: {
    provider: { method: 'GET', path: '/auth/oidc', access: 'public' },
    begin: { method: 'POST', path: '/auth/oidc/begin', access: 'public' },
    finish: { method: 'POST', path: '/auth/oidc/finish', access: 'public' },
    beginLink: { method: 'POST', path: '/auth/oidc/link/begin', access: 'session' },
    finishLink: { method: 'POST', path: '/auth/oidc/link/finish', access: 'session' },
    unlink: { method: 'POST', path: '/auth/oidc/unlink', access: 'session' },
  },
  apiKeys: {
    create: { method: 'POST', path: '/api-keys', access: 'session' },
    list: { method: 'GET', path: '/api-keys', access: 'session' },
    remove: { method: 'DELETE', path: '/api-keys/{id}', access: 'session' },
  },
  users: {
    me: { method: 'GET', path: '/users/me', access: 'profile:read' },
    updateMe: { method: 'PATCH', path: '/users/me', access: 'profile:write' },
    setSkills: { method: 'PUT', path: '/users/me/skills', access: 'profile:write' },
    listBlocks: { method: 'GET', path: '/users/me/blocks', access: 'profile:read' },
    block: { method: 'PUT', path: '/users/me/blocks/{userId}', access: 'profile:write' },
    unblock: { method: 'DELETE', path: '/users/me/blocks/{userId}', access: 'profile:write' },
    search: { method: 'GET', path: '/users', access: 'profile:read' },
    profile: { method: 'GET', path: '/users/{id}', access: 'profile:read' },
    skills: { method: 'GET', path: '/skills', access: 'profile:read' },
    matches: { method: 'GET', path: '/matches', access: 'matches:read' },
  },
  chatrooms: {
    overview: { method: 'GET', path: '/chatrooms', access: 'rooms:read' },
    create: { method: 'POST', path: '/chatrooms', access: 'rooms:write' },
    get: { method: 'GET', path: '/chatrooms/{id}', access: 'rooms:read' },
    export: { method: 'GET', path: '/chatrooms/{id}/export', access: 'session' },
    rename: { method: 'PATCH', path: '/chatrooms/{id}', access: 'rooms:write' },
    setMine: { method: 'PATCH', path: '/chatrooms/{id}/me', access: 'rooms:write' },
    answerRequest: { method: 'PUT', path: '/chatrooms/{id}/request', access: 'rooms:write' },
    markRead: { method: 'PUT', path: '/chatrooms/{id}/me/read', access: 'messages:write' },
    invite: { method: 'POST', path: '/chatrooms/{id}/members', access: 'rooms:write' },
    removeMember: { method: 'DELETE', path: '/chatrooms/{id}/members/{userId}', access: 'rooms:write' },
  },
  messages: {
    history: { method: 'GET', path: '/chatrooms/{id}/messages', access: 'messages:read' },
    search: { method: 'GET', path: '/messages/search', access: 'messages:read' },
    send: { method: 'POST', path: '/chatrooms/{id}/messages', access: 'messages:write' },
    edit: { method: 'PATCH', path: '/chatrooms/{id}/messages/{seq}', access: 'messages:write' },
    remove: { method: 'DELETE', path: '/chatrooms/{id}/messages/{seq}', access: 'messages:write' },
    react: { method: 'PUT', path: '/chatrooms/{id}/messages/{seq}/reactions/{emoji}', access: 'messages:write' },
    unreact: { method: 'DELETE', path: '/chatrooms/{id}/messages/{seq}/reactions/{emoji}', access: 'messages:write' },
  },
  reports: {
    create: { method: 'POST', path: '/reports', access: 'profile:write' },
  },
  moderation: {
    reports: { method: 'GET', path: '/reports', access: 'session' },
    reportedTexts: { method: 'GET', path: '/reports/{id}/earlier-texts', access: 'session' },
    closeReport: { method: 'PATCH', path: '/reports/{id}', access: 'session' },
    suspend: { method: 'PUT', path: '/users/{userId}/suspension', access: 'session' },
    liftSuspension: { method: 'DELETE', path: '/users/{userId}/suspension', access: 'session' },
  },
};
