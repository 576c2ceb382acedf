import type { LastingRedis, Loss } from '@parley/testing';
import type { Fault, Surroundings } from './fault';

/** From the takeover on: a server that comes back, knowing what it knew, has somebody in its place by then. */
const AWAY_MS = [1_000, 4_000] as const;

/** A master of Redis is lost; its replica takes over, which may lack the last words. The one that was lost comes back as a replica. */
function takeover(kind: string, what: string, how: Loss): Fault {
  return {
    ...{ kind, what, targets: ['redis'], lasts: AWAY_MS },
    async inject(surroundings) {
      const servers = serversOf(surroundings);
      const shard = surroundings.random.between(0, servers.shards - 1);
      await servers.failOver(how, shard);
      return {
        async heal() {
          await servers.recover();
          return `the replica of master ${shard + 1} has taken over`;
        },
      };
    },
  };
}

function serversOf({ rig }: Surroundings): LastingRedis {
  const { lastingRedis } = rig.running;
  if (lastingRedis === null) throw new Error('There is no second server of Redis.');
  return lastingRedis;
}

export const takeoverFaults: readonly Fault[] = [
  takeover('F3', 'Redis: kill -9 of a master', 'killed'),
  takeover('F4', 'Redis: SIGSTOP of a master', 'frozen'),
];
