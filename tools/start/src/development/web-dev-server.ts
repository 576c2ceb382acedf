import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, ProcessLog, StartupError, SupervisedProcess } from '@parley/server-embedded';
import type { ToolSurroundings } from '../tools';
import { toolEnvironment } from '../tools';

/** Angular's development server, which builds what changes and has browsers show it. */
export interface WebDevServer {
  readonly port: number;
  stop(): Promise<void>;
}

const READY_DEADLINE_MS = 180_000;
const POLL_MS = 250;

/** Starts it on a free loopback port and waits for its first page. @throws StartupError when that does not come */
export async function startWebDevServer(
  { workspace, record, signal }: ToolSurroundings,
  log: (line: string) => void,
): Promise<WebDevServer> {
  const port = await freePort();
  const server = new SupervisedProcess(
    {
      name: 'web',
      command: process.execPath,
      args: [join(workspace.root, 'node_modules/nx/dist/bin/nx.js'), 'serve', 'web', `--port=${port}`],
      env: toolEnvironment(workspace, { NX_TUI: 'false', FORCE_COLOR: '0' }),
      cwd: workspace.root,
      output: new ProcessLog(join(workspace.logDir, 'web.log')),
      stopSteps: [{ signal: 'SIGTERM', graceMs: 3_000 }],
      restart: true,
    },
    { log, record },
  );
  server.start();
  const deadline = performance.now() + READY_DEADLINE_MS;
  try {
    while (!(await answers(port))) {
      signal.throwIfAborted();
      if (performance.now() > deadline)
        throw new StartupError(`The web app was not built in time; see ${server.plan.output.path}.`);
      await sleep(POLL_MS);
    }
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { port, stop: () => server.stop() };
}

async function answers(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(5_000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
