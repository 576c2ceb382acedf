import { Injectable } from '@nestjs/common';
import { accessToken } from '@parley/contracts';
import { DataSource } from 'typeorm';
import { keptSeconds as requestsKeptSeconds } from '../api-keys/repeated-requests';
import { Settings } from '../settings';
import { windowSeconds } from '../sign-in-attempts/sign-in-attempts';

const batch = 1_000;

/** Ended sessions and deleted keys stay this long: well beyond the time for which the feed of endings tells of them. */
const keptSeconds = 24 * 3_600 + accessToken.maxLifetimeSeconds;

/** Removes what no answer can depend on any more. Instances may do it at the same time. */
@Injectable()
export class SweepSessions {
  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  /** Deletes in batches until nothing is left or the signal says stop. */
  async run(signal: AbortSignal): Promise<void> {
    const dead = [
      ['sessions', 'ended_at', keptSeconds],
      ['sessions', 'expires_at', keptSeconds],
      ['api_keys', 'ended_at', keptSeconds],
      ['security_events', 'at', this.settings.securityEventsSeconds],
      ['api_key_requests', 'created_at', requestsKeptSeconds],
      ['sign_in_attempts', 'at', windowSeconds],
      ['mail_tokens', 'expires_at', 3_600],
      ['login_challenges', 'expires_at', 0],
      ['oidc_attempts', 'expires_at', 0],
      // A token this old would have expired even if it had never been replaced: reusing it proves nothing.
      ['refresh_tokens', 'replaced_at', this.settings.refreshTokenTtlSeconds],
    ] as const;
    for (const [table, column, seconds] of dead) {
      let deleted: number = batch;
      while (deleted === batch && !signal.aborted) {
        deleted = await this.deleteOlder(table, column, seconds);
      }
    }
  }

  private async deleteOlder(table: string, column: string, seconds: number): Promise<number> {
    const gone = await this.db.query<unknown[]>(
      `WITH gone AS (
         DELETE FROM ${table} WHERE ctid = ANY (ARRAY(
           SELECT ctid FROM ${table} WHERE ${column} < now() - make_interval(secs => $1)
           LIMIT ${batch} FOR UPDATE SKIP LOCKED))
         RETURNING 1)
       SELECT * FROM gone`,
      [seconds],
    );
    return gone.length;
  }
}
