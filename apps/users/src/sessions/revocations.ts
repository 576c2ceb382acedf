import { Injectable } from '@nestjs/common';
import { accessToken, ParleyError, type RpcInput, type RpcOutput, type usersRpc } from '@parley/contracts';
import { DataSource } from 'typeorm';

const pageSize = 500;

/** How long a deleted key is told of: it is refused anyway, but a gateway that was cut off may still hold sockets of it. */
const keysRememberedSeconds = 24 * 3_600;

/** How long an ended session is told of: no access token of it passes anywhere after that. */
const rememberedSeconds = accessToken.maxLifetimeSeconds + accessToken.clockSkewSeconds;

interface Row {
  lastNumber: number;
  sessionId: string | null;
  reason: string;
  number: number;
}

/** The feed of ended sessions and deleted API keys, from which the edges know whose access tokens to refuse and whose sockets to close. */
@Injectable()
export class Revocations {
  constructor(private readonly db: DataSource) {}

  /**
   * A page of endings after the cursor, in the order in which they became visible; the cursor is the number of the
   * last one told. A number above the counter comes from a database that has been set back: all is told again.
   * @throws ParleyError `validation_failed` for a cursor that is no number
   */
  async run({ cursor = '0' }: RpcInput<typeof usersRpc.revocations>): Promise<RpcOutput<typeof usersRpc.revocations>> {
    if (!/^\d{1,15}$/.test(cursor)) {
      const errors = [{ path: 'cursor', message: 'is not one that this feed has answered' }];
      throw new ParleyError('validation_failed', 'cursor: is not one that this feed has answered', { errors });
    }
    // One statement, hence one snapshot: the counter and the endings that it has counted.
    const rows = await this.db.query<Row[]>(
      `SELECT last_number AS "lastNumber", ended.id AS "sessionId", ended.end_reason AS reason,
         ended.end_number AS number
       FROM session_endings
       CROSS JOIN LATERAL (SELECT CASE WHEN $1::bigint > last_number THEN 0 ELSE $1::bigint END AS number) told
       LEFT JOIN LATERAL (
         (SELECT id, end_reason, end_number FROM sessions
          WHERE end_number > told.number AND ended_at > now() - make_interval(secs => $2)
          ORDER BY end_number LIMIT $3)
         UNION ALL
         (SELECT id, 'key_deleted', end_number FROM api_keys
          WHERE end_number > told.number AND ended_at > now() - make_interval(secs => $4)
          ORDER BY end_number LIMIT $3)
         ORDER BY end_number LIMIT $3
       ) ended ON true
       ORDER BY ended.end_number`,
      [cursor, rememberedSeconds, pageSize + 1, keysRememberedSeconds],
    );
    const hasMore = rows.length > pageSize;
    const shown = rows.slice(0, pageSize);
    return {
      items: shown.flatMap(({ sessionId, reason }) => (sessionId === null ? [] : [{ sessionId, reason }])),
      cursor: String((hasMore ? shown.at(-1)?.number : rows[0]?.lastNumber) ?? cursor),
      hasMore,
    };
  }
}
