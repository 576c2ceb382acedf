import { Injectable } from '@nestjs/common';
import type { Session } from '@parley/contracts';
import type { Actor } from '@parley/server-rpc';
import { DataSource, IsNull, MoreThan } from 'typeorm';
import { SessionEntity } from './session.entity';

/** The places where a member is signed in. */
@Injectable()
export class ListSessions {
  constructor(private readonly db: DataSource) {}

  /** The actor's live sessions, last seen first. */
  async run(actor: Actor): Promise<{ items: Session[] }> {
    const sessions = await this.db.manager.find(SessionEntity, {
      where: { userId: actor.userId, endedAt: IsNull(), expiresAt: MoreThan(new Date()) },
      order: { lastSeenAt: 'DESC', id: 'DESC' },
    });
    return { items: sessions.map((session) => toSession(session, actor.sessionId)) };
  }
}

function toSession({ id, createdAt, lastSeenAt, userAgent }: SessionEntity, currentId: string): Session {
  return {
    id,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    userAgent,
    current: id === currentId,
  };
}
