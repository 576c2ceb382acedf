import { Redis } from 'ioredis';
import type { Link, LinkEffects } from '../rig/link';
import { READY_MS, type Fault, type Surroundings } from './fault';
import { ReadinessTimes } from './time-readiness';

const SHORT = [2_000, 6_000] as const;
const LONG = [4_000, 20_000] as const;
/** Longer than what nobody answers on may be believed in: 10 s. */
const HALF_OPEN = [11_000, 15_000] as const;
/** By then nobody believes in a half open connection any more. */
const GIVEN_UP_MS = 10_000;
const GATEWAYS = [1, 2, 3].map((number) => `realtime-gateway-${number}`);

/** Does something to links by their name. */
function onLinks(
  kind: string,
  what: string,
  pattern: RegExp,
  lasts: readonly [number, number],
  act: (link: Link, surroundings: Surroundings) => void | Promise<void>,
): Fault {
  return {
    ...{ kind, what, targets: [`links ${String(pattern)}`], lasts },
    async inject(surroundings) {
      const links = surroundings.rig.wiring.matching(pattern);
      for (const link of links) await act(link, surroundings);
      return {
        async heal() {
          const all = await Promise.all(links.map((link) => link.heal()));
          return effectOf(all);
        },
      };
    },
  };
}

function effectOf(all: readonly LinkEffects[]): string | null {
  const none = { reset: 0, refused: 0, stalled: 0, delayed: 0, givenUp: 0 };
  const sum = all.reduce(
    (total, each) => ({
      reset: total.reset + each.reset,
      refused: total.refused + each.refused,
      stalled: total.stalled + each.stalled,
      delayed: total.delayed + each.delayed,
      givenUp: total.givenUp + each.givenUp,
    }),
    none,
  );
  const { givenUp, ...counts } = sum;
  const seen = Object.entries(counts).filter(([, count]) => count > 0);
  if (seen.length === 0) return null;
  const after = Math.max(...all.map(({ givenUpAfterMs }) => givenUpAfterMs)) / 1_000;
  const found = givenUp === 0 ? '' : `, ${givenUp} given up, the last after ${after.toFixed(1)} s`;
  return `${seen.map(([name, count]) => `${count} ${name}`).join(', ')}${found}`;
}

const refuse = (link: Link): void => link.refuse();
const halfOpen = (link: Link): void => link.halfOpen();
const stall = (link: Link): void => link.stall();
const reset = (link: Link): void => link.reset();
/** 300 ± 200 ms. */
const late = (link: Link, { random }: Surroundings): void => link.slow({ latencyMs: () => 100 + random.next() * 400 });
/** 32 KB/s. */
const thin = (link: Link): void => link.slow({ takesMs: (bytes) => bytes / 32 });

/** Connections that stand die without a word: whoever has one has to find out. */
function diesSilently(pattern: RegExp): Fault {
  const [, who = '', whom = ''] = /^\^?(.*)->(.*)$/.exec(pattern.source) ?? [];
  const what = `${who}->${whom} half open`;
  return {
    ...{ kind: 'F8', what, targets: [`links ${String(pattern)}`], lasts: HALF_OPEN },
    async inject({ rig, journal, chapter }) {
      const links = rig.wiring.matching(pattern);
      for (const link of links) link.halfOpen();
      const from = journal.now();
      return {
        async heal() {
          const until = journal.now();
          const believedIn = links.reduce((sum, link) => sum + link.believedIn, 0);
          const all = await Promise.all(links.map((link) => link.heal()));
          const tookMs = believedIn > 0 ? Infinity : Math.max(...all.map(({ givenUpAfterMs }) => givenUpAfterMs));
          const timing = {
            what: `given up by all but ${believedIn}`,
            limitMs: GIVEN_UP_MS,
            tookMs,
            from,
            until,
          };
          chapter.timings.push({ ...timing, needs: [who, whom], by: `F8 ${what}` });
          return effectOf(all);
        },
      };
    },
  };
}

/** A gateway cut off Redis (F7): it has to say that it is not ready. */
function cutOff(gateway: number): Fault {
  const name = GATEWAYS[gateway - 1] ?? '';
  const fault = onLinks('F7', `${name} cut off Redis`, new RegExp(`^${name}->redis`), LONG, refuse);
  return timed(fault, [gateway]);
}

/** A fault that cuts gateways off from the others, with the times in which they say so. */
function timed(fault: Fault, gateways: readonly number[]): Fault {
  return {
    ...fault,
    async inject(surroundings) {
      const times = new ReadinessTimes(gateways, `${fault.kind} ${fault.what}`, surroundings);
      const injection = await fault.inject(surroundings);
      return {
        async heal() {
          const again = await times.stop();
          const effect = await injection.heal();
          await again();
          return effect;
        },
      };
    },
  };
}

/** Redis gone for a while: no process, then a new one that knows nothing. */
const redisKilled = (lasts: readonly [number, number]): Fault => ({
  ...{ kind: 'F3', what: `Redis killed for ${lasts[0] / 1_000} s`, targets: ['redis'], lasts },
  async inject({ rig }) {
    const process = rig.process('redis');
    const before = process.ends;
    await process.stop([{ signal: 'SIGKILL', graceMs: 2_000 }]);
    return {
      async heal() {
        process.start();
        await commandRedis(rig.running.redis?.url ?? '', ['PING']);
        return process.ends > before ? 'Redis ended' : null;
      },
    };
  },
});

const redisFlushed: Fault = {
  ...{ kind: 'F3', what: 'Redis FLUSHALL', targets: ['redis'], lasts: [500, 1_000] },
  async inject({ rig }) {
    const answer = await commandRedis(rig.running.redis?.url ?? '', ['FLUSHALL']);
    return { heal: async () => (answer === 'OK' ? 'flushed' : null) };
  },
};

const redisFull: Fault = {
  ...{ kind: 'F10', what: 'Redis out of memory, noeviction', targets: ['redis'], lasts: SHORT },
  async inject({ rig }) {
    const url = rig.running.redis?.url ?? '';
    await commandRedis(url, ['CONFIG', 'SET', 'maxmemory-policy', 'noeviction']);
    await commandRedis(url, ['CONFIG', 'SET', 'maxmemory', '1']);
    const refused = await commandRedis(url, ['SET', 'is-there-room', '1']).catch((error: Error) => error.message);
    return {
      async heal() {
        await commandRedis(url, ['CONFIG', 'SET', 'maxmemory', '0']);
        return String(refused).startsWith('OOM') ? 'writes were refused' : null;
      },
    };
  },
};

async function commandRedis(url: string, [name = '', ...values]: readonly string[]): Promise<unknown> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: (tries) => (tries > 100 ? null : 100) });
  redis.on('error', () => undefined);
  try {
    const deadline = AbortSignal.timeout(READY_MS);
    while (redis.status !== 'ready' && !deadline.aborted) {
      await redis.connect().catch(() => new Promise((resolve) => setTimeout(resolve, 100)));
    }
    return await redis.call(name, ...values);
  } finally {
    redis.disconnect();
  }
}

export const linkFaults: readonly Fault[] = [
  redisKilled([2_000, 2_000]),
  timed(redisKilled([10_000, 20_000]), [1, 2, 3]),
  redisFlushed,
  redisFull,
  ...GATEWAYS.map((_, index) => cutOff(index + 1)),
  ...GATEWAYS.map((name) => diesSilently(new RegExp(`^${name}->redis`))),
  ...[/^messages->postgres/, /^users->postgres/, /^chatrooms->postgres/].map(diesSilently),
  ...[/^realtime-gateway-1->messages/, /^api-gateway->messages/, /^chatrooms->messages/].map(diesSilently),
  diesSilently(/^api-gateway->redis/),
  onLinks('L', 'messages->postgres reset', /^messages->postgres/, [500, 2_000], reset),
  onLinks('L', 'all gateways->messages refused', /^realtime-gateway-\d->messages/, SHORT, refuse),
  onLinks('L', 'realtime-gateway-2->messages late', /^realtime-gateway-2->messages/, SHORT, late),
  onLinks('L', 'messages->postgres stalled', /^messages->postgres/, [2_000, 4_000], stall),
  onLinks('L', 'realtime-gateway-3->redis late', /^realtime-gateway-3->redis/, SHORT, late),
  onLinks('L', 'realtime-gateway-1->redis stalled', /^realtime-gateway-1->redis/, SHORT, stall),
  onLinks('L', 'realtime-gateway-2->redis at 32 KB/s', /^realtime-gateway-2->redis/, SHORT, thin),
  onLinks('L', 'clients->realtime-gateway-1 reset', /^clients->realtime-gateway-1/, [500, 2_000], reset),
  onLinks('L', 'clients->front reset', /^clients->front/, [500, 2_000], reset),
  onLinks('L', 'clients->realtime-gateway-2 late', /^clients->realtime-gateway-2/, SHORT, late),
  onLinks('L', 'clients->realtime-gateway-3 half open', /^clients->realtime-gateway-3/, [6_000, 10_000], halfOpen),
  onLinks('L', 'clients->front at 32 KB/s', /^clients->front/, SHORT, thin),
  onLinks('L', 'clients->realtime-gateway-3 stalled', /^clients->realtime-gateway-3/, SHORT, stall),
];
