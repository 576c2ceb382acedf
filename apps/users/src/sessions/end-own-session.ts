import { Injectable } from '@nestjs/common';
import { ParleyError } from '@parley/contracts';
import { transaction } from '@parley/server-database';
import type { Actor } from '@parley/server-rpc';
import { DataSource } from 'typeorm';
import { recordEvent } from '../security-events/record-event';
import { endSessions } from './end-session';
import { SessionEntity } from './session.entity';

/** Ends sessions at their owner's wish. Both calls may be repeated: an ended session stays ended. */
@Injectable()
export class EndOwnSession {
  constructor(private readonly db: DataSource) {}

  /** Ends the session in which the actor is calling. */
  async logOut({ sessionId, userId }: Actor): Promise<{ sessionId: string }> {
    await transaction(this.db, async (manager) => {
      const [ended] = await endSessions(manager, [sessionId], 'logged_out');
      if (ended !== undefined) await recordEvent(manager, 'signed_out', { userId, subjectId: sessionId });
    });
    return { sessionId };
  }

  /**
   * Ends any session of the actor's.
   * @throws ParleyError `not_found` for one that there is not, or that is another member's
   */
  async end(sessionId: string, { userId }: Actor): Promise<Record<string, never>> {
    const isOwn = await this.db.manager.existsBy(SessionEntity, { id: sessionId, userId });
    if (!isOwn) throw new ParleyError('not_found', 'There is no such session.');
    await transaction(this.db, async (manager) => {
      const [ended] = await endSessions(manager, [sessionId], 'ended');
      if (ended !== undefined) await recordEvent(manager, 'session_ended', { userId, subjectId: sessionId });
    });
    return {};
  }
}
