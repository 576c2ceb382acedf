import type { LinkedIdentity } from '@parley/contracts';
import type { EntityManager } from 'typeorm';
import { IdentityEntity } from './identity.entity';
import type { OidcSettings } from './oidc-settings';

/** The issuer's account by which an account opens, as its owner sees it; null where there is none. */
export async function showIdentity(
  manager: EntityManager,
  userId: string,
  oidc: OidcSettings | null,
): Promise<LinkedIdentity | null> {
  if (oidc === null) return null;
  const found = await manager.findOneBy(IdentityEntity, { userId, issuer: oidc.issuer });
  return found === null ? null : { name: oidc.name, linkedAt: found.linkedAt.toISOString() };
}
