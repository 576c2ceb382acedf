import { Injectable } from '@nestjs/common';
import { ParleyError } from '@parley/contracts';
import { transaction } from '@parley/server-database';
import type { Actor } from '@parley/server-rpc';
import { DataSource } from 'typeorm';
import { recordEvent } from '../security-events/record-event';
import { ApiKeyEntity } from './api-key.entity';
import { endApiKeys } from './end-api-keys';

/** Deletes API keys at their owner's wish. May be repeated: a deleted key stays deleted. */
@Injectable()
export class DeleteApiKey {
  constructor(private readonly db: DataSource) {}

  /**
   * The key is refused from the commit on, and its place in the feed of what has ended closes its sockets.
   * @throws ParleyError `not_found` for one that there is not, or that is another member's
   */
  async run(keyId: string, { userId }: Actor): Promise<Record<string, never>> {
    await transaction(this.db, async (manager) => {
      const key = await manager.findOne(ApiKeyEntity, {
        where: { id: keyId, userId },
        lock: { mode: 'pessimistic_write' },
      });
      if (key === null) throw new ParleyError('not_found', 'There is no such key.');
      if (key.endedAt !== null) return;
      await recordEvent(manager, 'api_key_deleted', { userId, subjectId: keyId });
      await endApiKeys(manager, [keyId]);
    });
    return {};
  }
}
