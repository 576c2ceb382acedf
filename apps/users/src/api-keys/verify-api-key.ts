import { Injectable, Logger } from '@nestjs/common';
import { ParleyError, type RpcOutput, type usersRpc } from '@parley/contracts';
import { DataSource, IsNull } from 'typeorm';
import { ApiKeyEntity } from './api-key.entity';
import { idOfApiKey, isSameApiKey } from './api-key-text';
import { ApiKeyUse } from './api-key-use';

/** Whose API key it is, for the edges. */
@Injectable()
export class VerifyApiKey {
  private readonly log = new Logger(VerifyApiKey.name);

  constructor(
    private readonly db: DataSource,
    private readonly use: ApiKeyUse,
  ) {}

  /** @throws ParleyError `unauthenticated` for a key that is unknown, deleted or expired, which are not told apart */
  async run(text: string): Promise<RpcOutput<typeof usersRpc.verifyApiKey>> {
    const key = await this.db.manager.findOneBy(ApiKeyEntity, { id: idOfApiKey(text), endedAt: IsNull() });
    if (key === null || !isSameApiKey(text, key.hash) || (key.expiresAt !== null && key.expiresAt <= new Date())) {
      throw new ParleyError('unauthenticated', 'The API key is not valid.');
    }
    // The call does not wait for it, nor fail with it.
    this.use.note(key.id).catch((error: unknown) => this.log.warn({ err: error }, 'the use of a key was not noted'));
    const { id: keyId, userId, scopes, expiresAt } = key;
    return { keyId, userId, scopes, expiresAt: expiresAt?.toISOString() ?? null };
  }
}
