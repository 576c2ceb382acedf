import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseError } from 'pg';
import { plainEnvironment } from '../environment';
import type { Log } from '../log';
import { endProcess, type StopStep } from '../process/end-process';
import { freePort, isPortFree } from '../process/ports';
import type { ProcessLog } from '../process/process-log';
import { isAlive } from '../process/process-identity';
import { SupervisedProcess } from '../process/supervised-process';
import { StartupError } from '../startup-error';
import { Administration } from './administration';
import type { Binaries } from './binaries';
import type { Credentials } from './credentials';
import { explainFailure, isPassing } from './failures';
import type { Location } from './location';
import { findPostmaster, type RunningPostmaster } from './lock-file';
import { postgresArguments } from './settings';

/** What is needed to run a cluster that exists. */
export interface PostmasterPlan {
  readonly location: Location;
  readonly binaries: Binaries;
  readonly credentials: Credentials;
  readonly output: ProcessLog;
  readonly port: number | undefined;
  readonly durable: boolean;
  readonly maxConnections: number;
  readonly log: Log;
}

/** A server that answers. */
export interface Postmaster {
  readonly process: SupervisedProcess;
  readonly administration: Administration;
  readonly port: number;
  /** Whether an earlier run had started it. */
  readonly adopted: boolean;
}

/** Ends the server's sessions and writes everything down; a crash recovery at the next start is the last resort. */
const IN_ORDER: readonly StopStep[] = [
  { signal: 'SIGINT', graceMs: 30_000 },
  { signal: 'SIGQUIT', graceMs: 5_000 },
];
/** A recovery after a crash, at which the server answers that it is not ready yet, may take its time. */
const READY_DEADLINE_MS = 120_000;
/** How long a server that an earlier run has left may say nothing before it is ended. */
const SILENCE_MS = 10_000;
const POLL_MS = 50;

/**
 * Takes over the server that an earlier run has left on the cluster, or starts one, and waits until it answers.
 * @throws StartupError
 */
export async function runPostmaster(plan: PostmasterPlan): Promise<Postmaster> {
  const left = findPostmaster(plan.location.cluster);
  if (left !== null && (await isUsable(left, plan))) {
    const process = supervise(plan, left.port, { muted: false });
    process.adopt(left.identity);
    return { process, administration: new Administration(left.port, plan.credentials), port: left.port, adopted: true };
  }
  if (left !== null) await endProcess(left.identity, IN_ORDER);
  return start(plan);
}

async function start(plan: PostmasterPlan): Promise<Postmaster> {
  const port = plan.port ?? (await freePort());
  if (!(await isPortFree(port)))
    throw new StartupError(`Port ${port}, which PostgreSQL should use, is in use by another program.`);
  const voice = { muted: true };
  const process = supervise(plan, port, voice);
  const administration = new Administration(port, plan.credentials);
  try {
    process.start();
    await untilReady(process, administration, plan.output);
    voice.muted = false;
    return { process, administration, port, adopted: false };
  } catch (error) {
    await process.stop();
    throw error;
  }
}

function supervise(plan: PostmasterPlan, port: number, voice: { muted: boolean }): SupervisedProcess {
  const { location, binaries, output, durable, maxConnections, log } = plan;
  return new SupervisedProcess(
    {
      name: 'postgresql',
      command: binaries.postgres,
      args: postgresArguments(location.cluster, { port, durable, maxConnections }),
      env: plainEnvironment(),
      cwd: location.base,
      output,
      account: location.account && { uid: location.account.uid, gid: location.account.gid },
      stopSteps: IN_ORDER,
      restart: true,
    },
    // While it starts for the first time, whoever waits for it tells what went wrong.
    { log: (line) => voice.muted || log(line) },
  );
}

async function untilReady(
  process: SupervisedProcess,
  administration: Administration,
  output: ProcessLog,
): Promise<void> {
  const deadline = performance.now() + READY_DEADLINE_MS;
  while (performance.now() < deadline) {
    const { state } = await probe(administration);
    if (state === 'ready') return;
    // It has ended: either for a reason that passes, and its supervision tries again, or for good.
    if (process.identity === null && !isPassing(output.tail(20))) break;
    await sleep(POLL_MS);
  }
  throw explainFailure(output.tail(20), output.path);
}

/** Whether the server found answers, works on this cluster and was started as we would. */
async function isUsable(left: RunningPostmaster, plan: PostmasterPlan): Promise<boolean> {
  if (plan.port !== undefined && plan.port !== left.port) return false;
  const administration = new Administration(left.port, plan.credentials);
  const readyBy = performance.now() + READY_DEADLINE_MS;
  let silentUntil = performance.now() + SILENCE_MS;
  while (isAlive(left.identity) && performance.now() < Math.min(readyBy, silentUntil)) {
    const answer = await probe(administration);
    if (answer.state === 'ready') return answer.directory === plan.location.cluster && answer.durable === plan.durable;
    if (answer.state === 'busy') silentUntil = performance.now() + SILENCE_MS;
    await sleep(POLL_MS);
  }
  return false;
}

async function probe(administration: Administration): ReturnType<Administration['probe']> {
  try {
    return await administration.probe();
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    throw new StartupError(
      `PostgreSQL runs but refuses Parley (${error.message}): the file with its passwords does not belong to this database.`,
      { cause: error },
    );
  }
}
