import { Injectable } from '@nestjs/common';
import { ParleyError, type IssuedGrant, type RpcInput, type SessionKind, type usersRpc } from '@parley/contracts';
import { transaction } from '@parley/server-database';
import { DataSource, type EntityManager } from 'typeorm';
import { recordEvent } from '../security-events/record-event';
import { Settings } from '../settings';
import { endSessions } from './end-session';
import { GrantIssuer } from './issue-grant';
import type { OpenedSession } from './open-session';
import { hashOfToken, newRefreshToken, openSuccessor, sealSuccessor } from './refresh-token';

/** How long a replaced token still leads to its successor: two tabs wake up at once, or an answer gets lost. */
const graceSeconds = 10;

type Client = RpcInput<typeof usersRpc.refresh>['client'];

interface LockedSession {
  id: string;
  userId: string;
  kind: SessionKind;
}

interface TokenState {
  replaced: boolean;
  /** The successor, as long as it may be answered again. */
  sealedSuccessor: Buffer | null;
}

/** Exchanges a refresh token for the next one, and tells a stolen one from a hasty client. */
@Injectable()
export class RefreshSession {
  constructor(
    private readonly db: DataSource,
    private readonly grants: GrantIssuer,
    private readonly settings: Settings,
  ) {}

  /** @throws ParleyError `unauthenticated`; after a reuse the session has ended */
  async run({ refreshToken, client }: RpcInput<typeof usersRpc.refresh>): Promise<IssuedGrant> {
    const session = await transaction(this.db, (manager) => this.exchange(manager, refreshToken, client));
    if (!session) throw new ParleyError('unauthenticated', 'Your session has ended. Please sign in again.');
    return this.grants.issue(session);
  }

  /** Everything under the lock of the session's row. Answers nothing, instead of throwing, so that an ending is committed. */
  private async exchange(manager: EntityManager, token: string, client: Client): Promise<OpenedSession | undefined> {
    const hash = hashOfToken(token);
    const session = await lockSession(manager, hash);
    if (!session) return undefined;
    const state = await readToken(manager, hash);
    if (!state) return undefined;
    const { id: sessionId, userId, kind } = session;
    if (!state.replaced) {
      const refreshToken = await this.replace(manager, sessionId, token, client.userAgent);
      return { sessionId, userId, kind, refreshToken };
    }
    if (state.sealedSuccessor) {
      return { sessionId, userId, kind, refreshToken: openSuccessor(token, state.sealedSuccessor) };
    }
    await endSessions(manager, [sessionId], 'refresh_token_reused');
    await recordEvent(manager, 'refresh_token_reused', { userId, subjectId: sessionId, client });
    return undefined;
  }

  private async replace(manager: EntityManager, sessionId: string, token: string, userAgent: string): Promise<string> {
    const successor = newRefreshToken();
    // The token is used now, so that what led to it must not lead to it again.
    await manager.query(
      'UPDATE refresh_tokens SET sealed_successor = NULL WHERE session_id = $1 AND sealed_successor IS NOT NULL',
      [sessionId],
    );
    await manager.query(
      'UPDATE refresh_tokens SET replaced_at = clock_timestamp(), sealed_successor = $2 WHERE hash = $1',
      [hashOfToken(token), sealSuccessor(token, successor)],
    );
    await manager.query(
      'INSERT INTO refresh_tokens (hash, session_id, created_at) VALUES ($1, $2, clock_timestamp())',
      [hashOfToken(successor), sessionId],
    );
    await manager.query(
      `UPDATE sessions SET expires_at = clock_timestamp() + make_interval(secs => $2), user_agent = $3,
         last_seen_at = CASE WHEN last_seen_at < clock_timestamp() - interval '1 minute'
                             THEN clock_timestamp() ELSE last_seen_at END
       WHERE id = $1`,
      [sessionId, this.settings.refreshTokenTtlSeconds, userAgent],
    );
    return successor;
  }
}

async function lockSession(manager: EntityManager, tokenHash: Buffer): Promise<LockedSession | undefined> {
  const [session] = await manager.query<LockedSession[]>(
    `SELECT id, user_id AS "userId", kind FROM sessions
     WHERE id = (SELECT session_id FROM refresh_tokens WHERE hash = $1)
       AND ended_at IS NULL AND expires_at > clock_timestamp()
     FOR UPDATE`,
    [tokenHash],
  );
  return session;
}

/** A statement of its own, after the lock: it must see what the one who held the lock has committed. */
async function readToken(manager: EntityManager, hash: Buffer): Promise<TokenState | undefined> {
  const [token] = await manager.query<TokenState[]>(
    `SELECT replaced_at IS NOT NULL AS replaced,
       CASE WHEN replaced_at > clock_timestamp() - make_interval(secs => $2) THEN sealed_successor END
         AS "sealedSuccessor"
     FROM refresh_tokens WHERE hash = $1`,
    [hash, graceSeconds],
  );
  return token;
}
