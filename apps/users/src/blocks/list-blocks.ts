import { Injectable } from '@nestjs/common';
import { TimeSchema, UuidSchema, type Block, type RpcInput, type RpcOutput, type usersRpc } from '@parley/contracts';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { cursorOver, pageOfRows } from '../paging/cursor';
import { Summaries } from '../profiles/summaries';

/** Where a page ended: when its last person was blocked, and their id. */
const cursor = cursorOver(z.tuple([TimeSchema, UuidSchema]));

interface Row {
  userId: string;
  blockedAt: Date;
}

/** Whom a member has blocked. */
@Injectable()
export class ListBlocks {
  constructor(
    private readonly db: DataSource,
    private readonly summaries: Summaries,
  ) {}

  /**
   * The actor's own blocks, the latest first; what others did is nobody's to see.
   * @throws ParleyError `validation_failed` for a bad cursor
   */
  async run(page: RpcInput<typeof usersRpc.blocks>, actorId: string): Promise<RpcOutput<typeof usersRpc.blocks>> {
    const found = await this.read(actorId, cursor.decode(page.cursor), page.limit + 1);
    const { rows, nextCursor } = pageOfRows(found, page.limit, cursor, ({ blockedAt, userId }) => [
      blockedAt.toISOString(),
      userId,
    ]);
    const { users } = await this.summaries.run(rows.map(({ userId }) => userId));
    const byId = new Map(users.map((user) => [user.id, user]));
    const items = rows.flatMap(({ userId, blockedAt }): Block[] => {
      const user = byId.get(userId);
      return user ? [{ user, blockedAt: blockedAt.toISOString() }] : [];
    });
    return { items, nextCursor };
  }

  private read(actorId: string, after: [string, string] | undefined, count: number): Promise<Row[]> {
    return this.db.query<Row[]>(
      `SELECT user_id AS "userId", blocked_at AS "blockedAt"
       FROM (
         SELECT high_id AS user_id, low_blocked_at AS blocked_at FROM block_pairs WHERE low_id = $1
         UNION ALL
         SELECT low_id, high_blocked_at FROM block_pairs WHERE high_id = $1
       ) pair
       WHERE blocked_at IS NOT NULL AND ($2::timestamptz IS NULL OR (blocked_at, user_id) < ($2, $3::uuid))
       ORDER BY blocked_at DESC, user_id DESC
       LIMIT $4`,
      [actorId, after?.[0] ?? null, after?.[1] ?? null, count],
    );
  }
}
