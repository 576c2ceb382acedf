import { ParleyError, type usersRpc } from '@parley/contracts';
import type { StandInHandlers } from './stand-in-service';
import type { World, WorldApiKey } from './world';

type ApiKeyCalls = 'createApiKey' | 'listApiKeys' | 'deleteApiKey' | 'verifyApiKey';

/** The users service's part in API keys, over a world in memory. */
export function worldApiKeys(world: World): Pick<StandInHandlers<typeof usersRpc>, ApiKeyCalls> {
  const listed = ({ id, name, scopes, createdAt, expiresAt }: WorldApiKey) => ({
    ...{ id, name, scopes: [...scopes], createdAt, expiresAt, lastUsedAt: null },
  });
  return {
    createApiKey: async ({ name, scopes, expiresAt }, { actor }) => {
      const key = world.apiKey(actor.userId, scopes, { name, expiresAt });
      return { id: world.apiKeys.get(key)?.id ?? '', name, scopes, expiresAt, key };
    },
    listApiKeys: async (_, { actor }) => ({
      items: [...world.apiKeys.values()].filter(({ userId }) => userId === actor.userId).map(listed),
    }),
    deleteApiKey: async ({ keyId }, { actor }) => {
      world.deleteApiKey(actor.userId, keyId);
      return {};
    },
    verifyApiKey: async ({ key }) => {
      const known = world.apiKeys.get(key);
      if (!known) throw new ParleyError('unauthenticated', 'The API key is not valid.');
      const { id: keyId, userId, scopes, expiresAt } = known;
      return { keyId, userId, scopes: [...scopes], expiresAt };
    },
  };
}
