import { Injectable } from '@nestjs/common';
import {
  limits,
  ParleyError,
  type CreateApiKeyInput,
  type NewApiKey,
  type RpcInput,
  type usersRpc,
} from '@parley/contracts';
import { transaction } from '@parley/server-database';
import type { Actor } from '@parley/server-rpc';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { v7 as uuidV7 } from 'uuid';
import { lockOwnAccount } from '../accounts/lock-own-account';
import { recordEvent } from '../security-events/record-event';
import { ApiKeyEntity } from './api-key.entity';
import { hashOfApiKey, newApiKey } from './api-key-text';
import { RepeatedRequests } from './repeated-requests';

/** Makes API keys. */
@Injectable()
export class CreateApiKey {
  constructor(
    private readonly db: DataSource,
    private readonly repeats: RepeatedRequests,
  ) {}

  /**
   * The key that is answered is told this once, and to who repeats the request with its `Idempotency-Key`.
   * @throws ParleyError `validation_failed` for an end that is not to come, `conflict` where the account has as many keys as it may have, and where the
   * `Idempotency-Key` was used for another request or the first is still in flight
   */
  run({ idempotencyKey, ...input }: RpcInput<typeof usersRpc.createApiKey>, actor: Actor): Promise<NewApiKey> {
    return transaction(this.db, async (manager) => {
      if (idempotencyKey === undefined) return make(manager, input, actor);
      const request = await this.repeats.hold(manager, { userId: actor.userId, key: idempotencyKey, input });
      if (request.answer !== null) return request.answer;
      const made = await make(manager, input, actor);
      await request.keep(made);
      return made;
    });
  }
}

async function make(
  manager: EntityManager,
  { name, scopes, expiresAt }: CreateApiKeyInput,
  actor: Actor,
): Promise<NewApiKey> {
  const now = new Date();
  if (expiresAt !== null && Date.parse(expiresAt) <= now.getTime()) {
    const errors = [{ path: 'expiresAt', message: 'must be to come' }];
    throw new ParleyError('validation_failed', 'expiresAt: must be to come', { errors });
  }
  const id = uuidV7();
  const key = newApiKey(id);
  // Those who make keys of one account at the same time are counted one after the other.
  const { id: userId } = await lockOwnAccount(manager, actor);
  const count = await manager.countBy(ApiKeyEntity, { userId, endedAt: IsNull() });
  if (count >= limits.apiKeysPerAccount) {
    throw new ParleyError('conflict', `You have ${limits.apiKeysPerAccount} keys already. Delete one first.`);
  }
  await manager.insert(ApiKeyEntity, {
    ...{ id, userId, name, scopes, hash: hashOfApiKey(key), createdAt: now },
    expiresAt: expiresAt === null ? null : new Date(expiresAt),
  });
  await recordEvent(manager, 'api_key_created', { userId, subjectId: id });
  return { id, name, scopes, expiresAt, key };
}
