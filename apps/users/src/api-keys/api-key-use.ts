import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { DataSource } from 'typeorm';

const everyMs = 60_000;

/** Keeps `lastUsedAt` of API keys, to the minute. */
@Injectable()
export class ApiKeyUse {
  private readonly noted = new LRUCache<string, true>({ max: 10_000, ttl: everyMs });

  constructor(private readonly db: DataSource) {}

  /** Notes that a key is in use. At most one write a minute for each, over all instances. */
  async note(keyId: string): Promise<void> {
    if (this.noted.has(keyId)) return;
    this.noted.set(keyId, true);
    await this.db.query(
      `UPDATE api_keys SET last_used_at = clock_timestamp()
       WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < clock_timestamp() - make_interval(secs => $2))`,
      [keyId, everyMs / 1_000],
    );
  }
}
