import { Injectable } from '@nestjs/common';
import type { ApiKey } from '@parley/contracts';
import type { Actor } from '@parley/server-rpc';
import { DataSource, IsNull } from 'typeorm';
import { ApiKeyEntity } from './api-key.entity';

/** The API keys of a member, expired ones included: why a program is refused is seen there. */
@Injectable()
export class ListApiKeys {
  constructor(private readonly db: DataSource) {}

  /** Newest first. */
  async run({ userId }: Actor): Promise<{ items: ApiKey[] }> {
    const keys = await this.db.manager.find(ApiKeyEntity, {
      where: { userId, endedAt: IsNull() },
      order: { id: 'DESC' },
    });
    return { items: keys.map(toApiKey) };
  }
}

function toApiKey({ id, name, scopes, createdAt, expiresAt, lastUsedAt }: ApiKeyEntity): ApiKey {
  return {
    ...{ id, name, scopes },
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
