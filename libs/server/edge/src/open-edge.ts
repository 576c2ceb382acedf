import { chatroomsRpc, messagesRpc, usersRpc } from '@parley/contracts';
import { redisConnection, redisUrl } from '@parley/server-redis';
import { rpcClient } from '@parley/server-rpc';
import { addressList, every, httpOrigin, type ProcessContext } from '@parley/server-runtime';
import type { z } from 'zod';
import type { ChangePublisher } from './changes/change-publisher';
import { MessageCommands } from './commands/message-commands';
import { PeopleCommands } from './commands/people-commands';
import { RoomCommands } from './commands/room-commands';
import { SessionCommands } from './commands/session-commands';
import { MemberSummaries } from './composition/member-summaries';
import { RoomReader } from './composition/room-reader';
import { AccessTokens } from './identity/access-tokens';
import { ApiKeys } from './identity/api-keys';
import { Authenticator } from './identity/authenticator';
import { RevocationWatch } from './identity/revocation-watch';
import { SigningKeys } from './identity/signing-keys';
import { RateLimiter } from './limits/rate-limiter';
import { RedisSlidingLog } from './limits/redis-sliding-log';
import { trustedProxies } from './network/client-address';
import type { Services } from './services';

/** The environment that both edges read; spread into a process's own `z.object({ … })`. */
export const edgeConfig = {
  USERS_RPC: addressList(),
  CHATROOMS_RPC: addressList(),
  MESSAGES_RPC: addressList(),
  /** Where browsers find Parley; issuer and audience of access tokens. */
  PUBLIC_ORIGIN: httpOrigin(),
  TRUSTED_PROXIES: trustedProxies(),
  /** What the nodes of an edge share, one server, Sentinels or a Cluster: without it each counts for itself. */
  REDIS_URL: redisUrl().optional(),
};
type EdgeConfig = z.output<z.ZodObject<typeof edgeConfig>> & { readonly RPC_SECRET: string };

/** What both edges are made of. */
export interface Edge {
  readonly services: Services;
  readonly keys: SigningKeys;
  readonly authenticator: Authenticator;
  readonly revocations: RevocationWatch;
  readonly limiter: RateLimiter;
  readonly summaries: MemberSummaries;
  readonly rooms: RoomReader;
  close(): Promise<void>;
}

/** The commands that both edges offer, telling what they change to `changes`. */
export interface EdgeCommands {
  readonly messages: MessageCommands;
  readonly rooms: RoomCommands;
  readonly sessions: SessionCommands;
  readonly people: PeopleCommands;
}

/** How old what is known of ended sessions may get: well below the five seconds that a logout may take to be effective everywhere. */
const REVOCATIONS_EVERY_MS = 1_000;
const REVOCATIONS_DEADLINE_MS = 2_000;

/** Connects an edge to its services and begins to watch for ended sessions. Services that are not there yet leave it unready, not broken. */
export async function openEdge(context: Omit<ProcessContext<EdgeConfig>, 'onDrain'>): Promise<Edge> {
  const { name, config, log, metrics, readiness } = context;
  const shared = { secret: config.RPC_SECRET, caller: name, log, metrics };
  const services = {
    users: rpcClient(usersRpc, { ...shared, addresses: config.USERS_RPC }),
    chatrooms: rpcClient(chatroomsRpc, { ...shared, addresses: config.CHATROOMS_RPC }),
    messages: rpcClient(messagesRpc, { ...shared, addresses: config.MESSAGES_RPC }),
  } satisfies Services;
  for (const [service, client] of Object.entries(services)) readiness.add(service, () => client.check());

  const keys = new SigningKeys(() => services.users.jwks({}));
  const revocations = new RevocationWatch((cursor) =>
    services.users.revocations(cursor === undefined ? {} : { cursor }, { deadlineMs: REVOCATIONS_DEADLINE_MS }),
  );
  readiness.add('ended sessions', () => revocations.assertFresh());
  const watching = every(REVOCATIONS_EVERY_MS, 'looking for ended sessions', () => revocations.refresh(), log);
  await revocations.refresh().catch((error: unknown) => log.warn({ err: error }, 'ended sessions are not known yet'));

  const limits =
    config.REDIS_URL === undefined ? null : redisConnection({ url: config.REDIS_URL, name: 'limits', log });
  const summaries = new MemberSummaries(services.users);
  return {
    ...{ services, keys, revocations, summaries },
    authenticator: new Authenticator(
      new AccessTokens(keys, config.PUBLIC_ORIGIN),
      new ApiKeys(services.users),
      revocations,
    ),
    limiter: new RateLimiter(limits && new RedisSlidingLog(limits.redis)),
    rooms: new RoomReader(services, summaries),
    close: async () => {
      await watching.stop();
      await Promise.all([...Object.values(services).map((client) => client.close()), limits?.close()]);
    },
  };
}

export function edgeCommands({ services, rooms, revocations }: Edge, changes: ChangePublisher): EdgeCommands {
  return {
    messages: new MessageCommands(services.messages, changes),
    rooms: new RoomCommands(services, rooms, changes),
    sessions: new SessionCommands(services.users, revocations, changes),
    people: new PeopleCommands(services.users, changes),
  };
}
