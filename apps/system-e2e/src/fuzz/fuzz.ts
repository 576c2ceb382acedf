import { aPerson, throwAwaySystem, type Person, type Places, type ThrowAwaySystem } from '@parley/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '../faults/random';
import * as calls from './call-inputs';
import { knownCases } from './known-cases';
import { Memory, type MemoryFigures, memoryProbe } from './memory';
import { brokenHttp, restRequest } from './rest-inputs';
import { command, frames, packets, upgrades } from './socket-inputs';
import { Finding, type Target, type Try } from './target';

export interface FuzzOptions {
  readonly seed: number;
  /** When to end, whichever comes first. */
  readonly minutes: number;
  readonly inputs?: number;
  readonly log: (line: string) => void;
}

/** What a run came to. */
export interface FuzzReport {
  readonly seed: number;
  readonly seconds: number;
  /** How often each way was tried, and how that was answered. */
  readonly tried: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly inputs: number;
  /** Processes that ended, with how they did. */
  readonly crashes: readonly string[];
  /** Answers that are none. */
  readonly findings: readonly string[];
  readonly memory: readonly MemoryFigures[];
}

const PEOPLE = 24;
const PEOPLE_AT_ONCE = 4;
const WORKERS = 12;
const FINDINGS_MAX = 50;
/** Looks in a run, and how far they lie apart at least: each stops every process for a moment. */
const LOOKS = 40;
const LOOK_EVERY_MS = 2_000;

/** Sends malformed input of every sort to a system of its own, several at a time, and looks how it takes that. */
export async function fuzz(options: FuzzOptions): Promise<FuzzReport> {
  const { seed, minutes, inputs: most = Infinity, log } = options;
  const memoryDir = await mkdtemp(join(tmpdir(), 'parley-memory-'));
  const running = await throwAwaySystem({
    ...{ gateways: 2, distDir: join(import.meta.dirname, '../../../../dist'), log },
    extraEnv: { all: { LOG_LEVEL: 'error', ...memoryProbe(memoryDir) }, users: { ACCESS_TOKEN_TTL_SECONDS: '3600' } },
  });
  const over = new AbortController();
  try {
    const target = await targetOf(running);
    const signed = new calls.SignedCalls(target);
    const ways: Readonly<Record<string, Try>> = {
      ...{ 'REST, malformed requests': restRequest, 'REST, what is hardly HTTP': brokenHttp },
      ...{ 'Engine.IO, upgrades': upgrades, 'WebSocket, frames': frames, 'Socket.IO, packets': packets },
      ...{
        'Socket.IO, commands': command,
        'service calls, frames': calls.frames,
        'service calls, signed': signed.call,
      },
    };
    const { processes } = running.system;
    const memory = new Memory(
      () => new Map([...processes].flatMap(([name, { identity }]) => (identity ? [[name, identity.pid]] : []))),
      memoryDir,
    );
    const every = Math.max(LOOK_EVERY_MS, (minutes * 60_000) / LOOKS);
    const looking = lookUntil(over.signal, memory, every);
    const notes = new Notes();
    const started = performance.now();
    for (const known of knownCases) {
      await notes.take('known cases', known.name, async () => {
        await known.send(target);
        return 'survived';
      });
    }
    const isOver = (): boolean =>
      performance.now() - started > minutes * 60_000 || notes.inputs >= most || notes.findings.length >= FINDINGS_MAX;
    await Promise.all(
      Array.from({ length: WORKERS }, async (_, worker) => {
        const random = new Random(seed * WORKERS + worker);
        while (!isOver()) {
          const [way, attempt] = random.pick(Object.entries(ways));
          await notes.take(way, way, () => attempt(random, target));
        }
      }),
    );
    over.abort();
    await looking;
    await signed.close();
    await stillTalks(target.people);
    return {
      ...{ seed, seconds: (performance.now() - started) / 1_000, tried: notes.tried, inputs: notes.inputs },
      ...{ findings: notes.findings, memory: memory.figures() },
      crashes: [...processes.values()].flatMap(({ name, ends, lastEnd }) =>
        ends > 0 ? [`${name}: ${lastEnd?.reason ?? 'ended'}`] : [],
      ),
    };
  } finally {
    over.abort();
    await running.stop();
    await rm(memoryDir, { recursive: true, force: true });
  }
}

/** One look after the other, the last of them once all is over. */
async function lookUntil(over: AbortSignal, memory: Memory, everyMs: number): Promise<void> {
  while (!over.aborted) {
    await sleep(everyMs, undefined, { signal: over }).catch(() => undefined);
    await memory.look();
  }
}

/** What was tried so far. */
class Notes {
  readonly tried: Record<string, Record<string, number>> = {};
  readonly findings: string[] = [];
  inputs = 0;

  async take(way: string, what: string, attempt: () => Promise<string>): Promise<void> {
    this.inputs++;
    const answer = await attempt().catch((error: unknown) => {
      if (!(error instanceof Finding)) throw error;
      this.findings.push(`${what}: ${error.message}`);
      return 'finding';
    });
    const answers = (this.tried[way] ??= {});
    answers[answer] = (answers[answer] ?? 0) + 1;
  }
}

async function targetOf({ places, system }: ThrowAwaySystem): Promise<Target> {
  const { callEnv, apiPort, gatewayPorts } = system;
  const people: Person[] = await everybody(places);
  const [owner, ...others] = people;
  if (owner === undefined) throw new Error('Nobody is there.');
  const { id: roomId } = await owner.groupWith('Fuzz', ...others);
  for (let i = 0; i < 10; i++) await owner.says(roomId, 'hello');
  const callPorts = ['USERS_RPC', 'CHATROOMS_RPC', 'MESSAGES_RPC', 'REALTIME_RPC']
    .flatMap((name) => (callEnv[name] ?? '').split(','))
    .map((address) => Number(address.split(':')[1]));
  return { origin: places.origin, apiPort, gatewayPorts, callPorts, callEnv, people, roomId };
}

/** A few at a time: a busy machine hashes no 24 passwords within the time that one answer has. */
async function everybody(places: Places): Promise<Person[]> {
  const people: Person[] = [];
  while (people.length < PEOPLE) {
    people.push(...(await Promise.all(Array.from({ length: PEOPLE_AT_ONCE }, () => aPerson(places)))));
  }
  return people;
}

/** After all that was done to it, two people talk as ever. */
async function stillTalks([ana, ben]: readonly Person[]): Promise<void> {
  if (ana === undefined || ben === undefined) throw new Error('Nobody is there.');
  const { id } = await ana.groupWith('After', ben);
  const socket = await ben.connect(1);
  await ana.says(id, 'still here');
  await socket.fact('message:created', ({ roomId }) => roomId === id);
  socket.close();
}
