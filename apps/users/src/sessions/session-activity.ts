import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { DataSource } from 'typeorm';

const everyMs = 60_000;

/** Keeps `lastSeenAt` of sessions, to the minute: a write for every call would be many for little. */
@Injectable()
export class SessionActivity {
  private readonly noted = new LRUCache<string, true>({ max: 10_000, ttl: everyMs });

  constructor(private readonly db: DataSource) {}

  /** Notes that a session is in use. At most one write a minute for each, over all instances. */
  async seen(sessionId: string): Promise<void> {
    if (this.noted.has(sessionId)) return;
    this.noted.set(sessionId, true);
    await this.db.query(
      `UPDATE sessions SET last_seen_at = clock_timestamp()
       WHERE id = $1 AND ended_at IS NULL AND last_seen_at < clock_timestamp() - make_interval(secs => $2)`,
      [sessionId, everyMs / 1_000],
    );
  }
}
