import { ParleyError, type IssuedGrant, type OwnProfile, type SessionKind, type usersRpc } from '@parley/contracts';
import { v7 } from 'uuid';
import type { StandInHandlers } from './stand-in-service';
import type { World } from './world';
import { worldApiKeys } from './world-api-keys';
import { worldOidc } from './world-oidc';

/** The users service over a world in memory. Every password is `correct horse`; a refresh token is good for one refresh. */
export function worldUsers(world: World): StandInHandlers<typeof usersRpc> {
  const accounts = new Map<string, string>();
  const refreshTokens = new Map<string, { userId: string; sessionId: string; session: SessionKind }>();

  async function issue(userId: string, session: SessionKind, sessionId: string = v7()): Promise<IssuedGrant> {
    const refreshToken = v7();
    refreshTokens.set(refreshToken, { userId, sessionId, session });
    const accessToken = await world.token(userId, { sessionId });
    return {
      user: profileOf(userId),
      accessToken,
      expiresIn: 600,
      refreshToken,
      refreshExpiresIn: 2_592_000,
      sessionId,
      session,
    };
  }
  function profileOf(userId: string): OwnProfile {
    const summary = world.people.get(userId);
    if (!summary) throw new ParleyError('not_found', 'There is no such person.');
    const createdAt = new Date(0).toISOString();
    return {
      ...summary,
      bio: '',
      timezone: null,
      languages: [],
      createdAt,
      teaches: [],
      learns: [],
      email: 'a@example.org',
      privacy: { showPresence: true, sendReadReceipts: true, sendTyping: true },
    };
  }

  return {
    register: async ({ email, displayName, session }) => {
      if (accounts.has(email)) throw new ParleyError('conflict', 'This address cannot be used.');
      const userId = world.person(displayName);
      accounts.set(email, userId);
      return issue(userId, session);
    },
    login: async ({ email, password, session }) => {
      const userId = accounts.get(email);
      if (userId === undefined || password !== 'correct horse')
        throw new ParleyError('unauthenticated', 'That did not work.');
      return issue(userId, session);
    },
    refresh: async ({ refreshToken }) => {
      const known = refreshTokens.get(refreshToken);
      if (!known) throw new ParleyError('unauthenticated', 'The session has ended.');
      refreshTokens.delete(refreshToken);
      return issue(known.userId, known.session, known.sessionId);
    },
    logout: async (_, { actor }) => {
      world.endSession(actor.sessionId);
      return { sessionId: actor.sessionId };
    },
    endSession: async ({ sessionId }) => {
      world.endSession(sessionId);
      return {};
    },
    changePassword: async ({ currentPassword }) => {
      if (currentPassword !== 'correct horse') throw new ParleyError('validation_failed', 'That is not it.');
      const endedIds = [v7(), v7()];
      for (const sessionId of endedIds) world.endSession(sessionId);
      return { endedIds };
    },
    requestReset: async () => ({}),
    resetPassword: async () => {
      const endedIds = [v7()];
      for (const sessionId of endedIds) world.endSession(sessionId);
      return { endedIds };
    },
    listSessions: async () => ({ items: [] }),
    account: async (_, { actor }) => {
      const { email, createdAt } = profileOf(actor.userId);
      return {
        ...{ email, emailVerified: false, createdAt, moderator: false },
        ...{ secondFactor: null, hasPassword: true, identity: null },
      };
    },
    ...worldApiKeys(world),
    ...worldOidc((name) => issue(world.person(name), 'cookie')),
    jwks: async () => ({ keys: [{ ...world.publicKey }] }),
    revocations: async ({ cursor = '0' }) => ({
      items: world.endedSessions.slice(Number(cursor)),
      cursor: String(world.endedSessions.length),
      hasMore: false,
    }),
    me: async (_, { actor }) => profileOf(actor.userId),
    updateMe: async ({ displayName }, { actor }) => {
      const profile = profileOf(actor.userId);
      const { id, headline, location, avatarUrl } = profile;
      world.people.set(id, { id, headline, location, avatarUrl, displayName: displayName ?? profile.displayName });
      return profileOf(actor.userId);
    },
    profile: async ({ userId }) => profileOf(userId),
    search: async () => ({ items: [], nextCursor: null }),
    block: async () => ({}),
    unblock: async () => ({}),
    blocks: async () => ({ items: [], nextCursor: null }),
    ownReports: async () => ({ items: [], nextCursor: null }),
    contactable: async ({ userIds }, { actor }) => ({
      userIds: userIds.filter((id) => world.people.has(id) && !world.isDivided(actor.userId, id)),
    }),
    presenceFacts: async ({ userIds }) => ({
      users: userIds
        .filter((id) => world.people.has(id))
        .map((userId) => {
          const showPresence = !world.hidden.has(userId);
          return { userId, showPresence, lastSeenAt: showPresence ? (world.lastSeen.get(userId) ?? null) : null };
        }),
    }),
    noteSeen: async ({ seen }) => {
      for (const { userId, at } of seen) world.lastSeen.set(userId, at);
      return {};
    },
    summaries: async ({ userIds }) => ({ users: userIds.flatMap((id) => world.people.get(id) ?? []) }),
  };
}
