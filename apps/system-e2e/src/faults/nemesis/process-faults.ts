import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { SupervisedProcess } from '@parley/server-embedded';
import { untilBack, type Fault, type Surroundings } from './fault';

const GATEWAYS = [1, 2, 3].map((number) => `realtime-gateway-${number}`);
const SERVICES = ['users', 'chatrooms', 'messages'];
const SHORT = [2_000, 6_000] as const;
/** Pools have healed so soon after PostgreSQL is back. */
const HEALED_MS = 5_000;
/** How long a process may take to come by the place where it dies, once the fault is over. */
const DIES_MS = 15_000;

/** kill -9, at a moment of chance. */
function killed(kind: string, name: string): Fault {
  return {
    ...{ kind, what: `kill -9 ${name}`, targets: [name], lasts: SHORT },
    async inject({ rig }) {
      const process = rig.process(name);
      const before = process.ends;
      process.kill('SIGKILL');
      return {
        async heal() {
          await untilBack(rig, name);
          return process.ends > before ? `${name} ended (${process.lastEnd?.reason ?? '?'})` : null;
        },
      };
    },
  };
}

/** kill -9 by its own hand, at a place in the program. */
function diesAt(kind: string, name: string, point: string): Fault {
  return {
    ...{ kind, what: `${name} dies ${point}`, targets: [name], lasts: SHORT },
    async inject({ rig, random }) {
      const process = rig.process(name);
      const before = process.ends;
      await rig.arm(name, point, random.between(0, 40));
      return {
        async heal() {
          for (let waited = 0; process.ends === before && waited < DIES_MS; waited += 50) await pause(50);
          // Too little passed there: it is not to die later, when nobody expects it.
          if (process.ends === before) await rig.disarm(name, point).catch(() => undefined);
          await untilBack(rig, name);
          return process.ends > before ? `${name} ended ${point}` : null;
        },
      };
    },
  };
}

/** SIGSTOP, later SIGCONT. */
function frozen(kind: string, name: string, lasts: readonly [number, number], what = `SIGSTOP ${name}`): Fault {
  return {
    ...{ kind, what, targets: [name], lasts },
    async inject({ rig }) {
      const process = rig.process(name);
      process.pause();
      await pause(100);
      const state = stateOf(process);
      return {
        async heal() {
          process.resume();
          if (name !== 'redis' && name !== 'postgres') await untilBack(rig, name);
          return state === 'T' ? `${name} was stopped` : null;
        },
      };
    },
  };
}

/** SIGTERM and a new start, as a deployment does it: one after the other. */
function rollingRestart(names: readonly string[]): Fault {
  return {
    ...{ kind: 'F14', what: `rolling restart of ${names.join(', ')}`, targets: names, lasts: [0, 0] },
    async inject({ rig }) {
      const before = names.map((name) => rig.process(name).ends);
      for (const name of names) {
        await rig.process(name).restart();
        await untilBack(rig, name);
      }
      return {
        heal: async () =>
          names.every((name, index) => rig.process(name).ends > (before[index] ?? 0)) ? 'each was restarted' : null,
      };
    },
  };
}

/** PostgreSQL's immediate stop: as a crash, with a recovery at the start that follows. */
const postgresStops: Fault = {
  ...{ kind: 'F5', what: 'PostgreSQL: immediate stop and restart', targets: ['postgres'], lasts: SHORT },
  async inject(surroundings) {
    const process = surroundings.rig.process('postgres');
    const before = process.ends;
    process.kill('SIGQUIT');
    return {
      async heal() {
        await poolsHeal(surroundings, 'F5 PostgreSQL: immediate stop and restart');
        return process.ends > before ? 'PostgreSQL ended and recovered' : null;
      },
    };
  },
};

/** kill -9 of one backend: PostgreSQL ends all the others too and recovers. */
const backendKilled: Fault = {
  ...{ kind: 'F5', what: 'PostgreSQL: kill -9 one backend', targets: ['postgres'], lasts: SHORT },
  async inject(surroundings) {
    const { rig, random } = surroundings;
    const backends = childrenOf(rig.process('postgres'), /^postgres: messages /);
    const victim = backends.length === 0 ? undefined : random.pick(backends);
    if (victim !== undefined) globalThis.process.kill(victim, 'SIGKILL');
    return {
      async heal() {
        await poolsHeal(surroundings, 'F5 PostgreSQL: kill -9 one backend');
        return victim !== undefined && !isThere(victim) ? `backend ${victim} ended` : null;
      },
    };
  },
};

/** Waits for PostgreSQL, and looks how long the services take from then on. */
async function poolsHeal({ rig, database, journal, chapter }: Surroundings, by: string): Promise<void> {
  await database.run('SELECT 1');
  const from = journal.now();
  await Promise.all(
    SERVICES.map(async (name) => {
      await untilBack(rig, name);
      const until = journal.now();
      const timing = { what: `the pool of ${name} has healed`, limitMs: HEALED_MS, tookMs: until - from, from, until };
      chapter.timings.push({ ...timing, needs: [name, 'postgres', 'users', 'chatrooms', 'messages', 'redis'], by });
    }),
  );
}

function statusOf(pid: number | string): { state: string; parent: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state = '', parent = ''] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state, parent: Number(parent) };
  } catch {
    return null;
  }
}

function stateOf(process: SupervisedProcess): string | undefined {
  return process.identity === null ? undefined : statusOf(process.identity.pid)?.state;
}

function isThere(pid: number): boolean {
  return statusOf(pid) !== null;
}

/** Empty for a process that has ended meanwhile. */
function titleOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

function childrenOf(process: SupervisedProcess, title: RegExp): number[] {
  const parent = process.identity?.pid;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && statusOf(name)?.parent === parent)
    .filter((name) => title.test(titleOf(name)))
    .map(Number);
}

export const processFaults: readonly Fault[] = [
  ...GATEWAYS.map((name) => killed('F1', name)),
  ...GATEWAYS.map((name) => diesAt('F1', name, 'afterAnswer')),
  ...GATEWAYS.map((name) => diesAt('F1', name, 'afterPublish')),
  killed('F2', 'messages'),
  diesAt('F2', 'messages', 'beforeCommit'),
  diesAt('F2', 'messages', 'afterCommit'),
  killed('F2', 'chatrooms'),
  killed('F2', 'users'),
  frozen('F4', 'redis', [2_000, 10_000]),
  postgresStops,
  backendKilled,
  ...GATEWAYS.map((name) => frozen('F6', name, [10_000, 20_000])),
  frozen('F6', 'realtime-gateway-1', [30_000, 30_000], 'SIGSTOP realtime-gateway-1 for 30 s'),
  frozen('F2', 'messages', [2_000, 8_000]),
  rollingRestart(GATEWAYS),
  rollingRestart(['messages', 'chatrooms', 'users']),
];
