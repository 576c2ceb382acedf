import { Injectable } from '@nestjs/common';
import { ParleyError } from '@parley/contracts';
import { DataSource } from 'typeorm';
import { AccountEntity } from '../accounts/account.entity';
import { BlockReplication, pairStateColumns, type PairState } from './block-replication';

/** Puts and lifts blocks. Both may be repeated; what changes nothing raises no version. */
@Injectable()
export class SetBlock {
  constructor(
    private readonly db: DataSource,
    private readonly replication: BlockReplication,
  ) {}

  /**
   * Blocks somebody. When this returns, the messages service refuses messages between the two.
   * @throws ParleyError `validation_failed` for oneself, `not_found`, `unavailable` where the block stands but the
   * messages service could not be told yet
   */
  async block(userId: string, actorId: string): Promise<Record<string, never>> {
    const { lowId, highId, mine } = pairOf(userId, actorId);
    // One statement, so that two who block each other at once make one row between them.
    await this.db.query(
      `INSERT INTO block_pairs AS pair (low_id, high_id, ${mine}, version)
       SELECT $1, $2, clock_timestamp(), 1 WHERE (SELECT count(*) FROM accounts WHERE id IN ($1, $2)) = 2
       ON CONFLICT (low_id, high_id)
         DO UPDATE SET ${mine} = excluded.${mine}, version = pair.version + 1 WHERE pair.${mine} IS NULL`,
      [lowId, highId],
    );
    return this.replicate(lowId, highId, userId);
  }

  /** Lifts one's own block; the other's, where there is one, goes on dividing the two. Errors as of `block`. */
  async unblock(userId: string, actorId: string): Promise<Record<string, never>> {
    const { lowId, highId, mine } = pairOf(userId, actorId);
    await this.db.query(
      `UPDATE block_pairs SET ${mine} = NULL, version = version + 1
       WHERE low_id = $1 AND high_id = $2 AND ${mine} IS NOT NULL`,
      [lowId, highId],
    );
    return this.replicate(lowId, highId, userId);
  }

  private async replicate(lowId: string, highId: string, userId: string): Promise<Record<string, never>> {
    const [pair] = await this.db.query<PairState[]>(
      `SELECT ${pairStateColumns} FROM block_pairs WHERE low_id = $1 AND high_id = $2`,
      [lowId, highId],
    );
    if (pair) await this.replication.send(pair);
    else if (!(await this.db.manager.existsBy(AccountEntity, { id: userId }))) {
      throw new ParleyError('not_found', 'There is no such member.');
    }
    return {};
  }
}

/** The key of the row of two people, and the column in it that is the actor's. */
function pairOf(
  userId: string,
  actorId: string,
): { lowId: string; highId: string; mine: 'low_blocked_at' | 'high_blocked_at' } {
  if (userId === actorId) {
    const errors = [{ path: 'userId', message: 'is your own' }];
    throw new ParleyError('validation_failed', 'userId: is your own', { errors });
  }
  return actorId < userId
    ? { lowId: actorId, highId: userId, mine: 'low_blocked_at' }
    : { lowId: userId, highId: actorId, mine: 'high_blocked_at' };
}
