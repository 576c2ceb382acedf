import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';

const workspaceRoot = resolve(import.meta.dirname, '../../../..');

/** The echo service in a process of its own. */
export interface EchoProcess {
  readonly host: string;
  readonly port: number;
  readonly pid: number;
  signal(signal: NodeJS.Signals): void;
  /** Ends it and waits until it is gone. */
  kill(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts the echo service and waits until it listens. Port 0 lets the system choose one. */
export async function startEcho(port = 0, host = '127.0.0.1'): Promise<EchoProcess> {
  const program = join(import.meta.dirname, 'echo.program.fixture.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', program, host, String(port)], {
    cwd: workspaceRoot,
    env: { PATH: process.env['PATH'], TSX_TSCONFIG_PATH: 'tsconfig.base.json' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const listening = await firstLine(child);
  return {
    ...{ host, port: listening, pid: child.pid ?? 0 },
    signal: (signal) => void child.kill(signal),
    kill: async (signal = 'SIGKILL') => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    },
  };
}

async function firstLine({ stdout }: ChildProcess): Promise<number> {
  if (stdout === null) throw new Error('its output is not ours');
  const [data]: unknown[] = await once(stdout, 'data');
  return Number(String(data));
}
