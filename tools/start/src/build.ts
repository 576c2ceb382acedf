import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PROGRAMS } from '@parley/server-system';
import { fingerprint } from './fingerprint';
import { runTool, type ToolSurroundings } from './tools';
import type { Workspace } from './workspace';

const DEADLINE_MS = 600_000;

/** Whether the built programs are what the sources would make. */
export function isBuilt(workspace: Workspace): boolean {
  const stamp = stampPath(workspace);
  const results = [...PROGRAMS.map((program) => `apps/${program}/main.js`), 'apps/web/browser/index.html'];
  if (!results.every((path) => existsSync(join(workspace.distDir, path)))) return false;
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(workspace.root);
}

/**
 * Builds every program and the web app with Nx, which knows what is built already.
 * @throws StartupError with the end of what the build said.
 */
export async function build(surroundings: ToolSurroundings, report: (line: string) => void): Promise<void> {
  const { workspace } = surroundings;
  // Taken first: what is written meanwhile is for the next build.
  const sources = fingerprint(workspace.root);
  const projects = [...PROGRAMS, 'web'].join(',');
  const args = [
    join(workspace.root, 'node_modules/nx/dist/bin/nx.js'),
    'run-many',
    '--target=build',
    `--projects=${projects}`,
    '--outputStyle=stream',
  ];
  await runTool(
    { name: 'build', args, env: { NX_TUI: 'false', FORCE_COLOR: '0' }, deadlineMs: DEADLINE_MS },
    surroundings,
    report,
  );
  const stamp = stampPath(workspace);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, sources);
}

/** Beside what it speaks of, so that both go together. */
function stampPath({ distDir }: Workspace): string {
  return join(distDir, 'apps', '.built-from');
}
