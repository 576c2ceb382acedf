import { Injectable } from '@nestjs/common';
import type { RpcInput, RpcOutput, usersRpc } from '@parley/contracts';
import { DataSource } from 'typeorm';

/** What is kept of people's presence: whether they show it, and when they were last seen. Whether they are there now, the gateways know. */
@Injectable()
export class LastSeen {
  constructor(private readonly db: DataSource) {}

  /** Who hides their presence has no time here: it does not leave the service. */
  async facts({ userIds }: RpcInput<typeof usersRpc.presenceFacts>): Promise<RpcOutput<typeof usersRpc.presenceFacts>> {
    const rows = await this.db.query<{ userId: string; showPresence: boolean; at: Date | null }[]>(
      `SELECT profile.user_id AS "userId", profile.show_presence AS "showPresence", seen.at
       FROM profiles profile LEFT JOIN last_seen seen ON seen.user_id = profile.user_id AND profile.show_presence
       WHERE profile.user_id = ANY($1::uuid[])`,
      [userIds],
    );
    return { users: rows.map(({ at, ...row }) => ({ ...row, lastSeenAt: at?.toISOString() ?? null })) };
  }

  /**
   * The latest time wins, in whatever order gateways tell them; in the order of ids, so that no two calls wait for each other. Sockets are closed after a
   * deletion, and told of then: of whoever is deleted, or is just being so, nothing is kept.
   */
  async note({ seen }: RpcInput<typeof usersRpc.noteSeen>): Promise<RpcOutput<typeof usersRpc.noteSeen>> {
    await this.db.query(
      `WITH there AS (
         SELECT id FROM accounts WHERE id = ANY($1::uuid[]) AND status <> 'deleted' ORDER BY id FOR KEY SHARE)
       INSERT INTO last_seen AS known (user_id, at)
       SELECT told.id, max(told.at)
       FROM unnest($1::uuid[], $2::timestamptz[]) AS told (id, at) JOIN there ON there.id = told.id
       GROUP BY told.id ORDER BY told.id
       ON CONFLICT (user_id) DO UPDATE SET at = excluded.at WHERE known.at < excluded.at`,
      [seen.map(({ userId }) => userId), seen.map(({ at }) => at)],
    );
    return {};
  }
}
