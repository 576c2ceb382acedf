import type { SessionKind } from '@parley/contracts';
import type { EntityManager } from 'typeorm';
import { v7 as uuidV7 } from 'uuid';
import { endSessions } from './end-session';
import { RefreshTokenEntity } from './refresh-token.entity';
import { hashOfToken, newRefreshToken } from './refresh-token';
import { SessionEntity } from './session.entity';

/** More are of no use to one person, and the page of sessions shows them all. */
export const sessionsPerAccount = 50;

/** A session and the refresh token with which it goes on. */
export interface OpenedSession {
  readonly sessionId: string;
  readonly userId: string;
  readonly kind: SessionKind;
  readonly refreshToken: string;
}

/**
 * Opens a session within a transaction of the caller's. Where the account has too many, those longest not seen end.
 * @param ttlSeconds how long it lives without being refreshed
 */
export async function openSession(
  manager: EntityManager,
  { userId, kind, userAgent, ttlSeconds }: { userId: string; kind: SessionKind; userAgent: string; ttlSeconds: number },
): Promise<OpenedSession> {
  const sessionId = uuidV7();
  const refreshToken = newRefreshToken();
  const now = new Date();
  await manager.insert(SessionEntity, {
    ...{ id: sessionId, userId, kind, userAgent },
    ...{ createdAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + ttlSeconds * 1_000) },
  });
  await manager.insert(RefreshTokenEntity, { hash: hashOfToken(refreshToken), sessionId, createdAt: now });
  await endTheOldest(manager, userId);
  return { sessionId, userId, kind, refreshToken };
}

async function endTheOldest(manager: EntityManager, userId: string): Promise<void> {
  const tooMany = await manager.query<{ id: string }[]>(
    `SELECT id FROM sessions WHERE user_id = $1 AND ended_at IS NULL AND expires_at > now()
     ORDER BY last_seen_at DESC, id DESC OFFSET $2`,
    [userId, sessionsPerAccount],
  );
  if (tooMany.length > 0)
    await endSessions(
      manager,
      tooMany.map(({ id }) => id),
      'too_many_sessions',
    );
}
