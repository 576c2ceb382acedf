import { join } from 'node:path';
import { ProcessLog, SupervisedProcess, type Log, type RunRecord, type StopStep } from '@parley/server-embedded';
import type { ProcessShape } from './topology';

/** Where a system's programs are and where its processes leave their traces. */
export interface ProcessSurroundings {
  /** Holds `apps/<program>/main.js`. */
  readonly distDir: string;
  /** One log file a process. */
  readonly logDir: string;
  /** The Node binary that runs them. */
  readonly node: string;
  readonly record?: RunRecord | undefined;
  /** Whether a process that ends unasked is started again. */
  readonly restart: boolean;
  readonly log: Log;
}

/** Processes end within this after SIGTERM, gateways within more, as they move their sockets to others; they are killed a moment after it. */
const GRACE_MS = 8_000;
const GATEWAY_GRACE_MS = 30_000;
const MOMENT_MS = 2_000;
/** How a process ends when all do: there is nowhere to move to. */
export const QUICK_STOP: readonly StopStep[] = [{ signal: 'SIGINT', graceMs: GRACE_MS + MOMENT_MS }];

/** The process of one part of the system, not started yet. */
export function systemProcess(
  shape: ProcessShape,
  { distDir, logDir, node, record, restart, log }: ProcessSurroundings,
): SupervisedProcess {
  const graceMs = shape.program === 'realtime-gateway' ? GATEWAY_GRACE_MS : GRACE_MS;
  return new SupervisedProcess(
    {
      name: shape.name,
      command: node,
      args: ['--enable-source-maps', shape.main ?? join(distDir, 'apps', shape.program, 'main.js')],
      env: { SHUTDOWN_GRACE_MS: String(graceMs), ...shape.env },
      cwd: distDir,
      output: new ProcessLog(join(logDir, `${shape.name}.log`)),
      stopSteps: [{ signal: 'SIGTERM', graceMs: graceMs + MOMENT_MS }],
      restart,
    },
    { log, record },
  );
}
