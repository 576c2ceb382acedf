import { join } from 'node:path';
import { ProcessLog, runToEnd, StartupError, type RunRecord } from '@parley/server-embedded';
import type { Workspace } from './workspace';

/** A program of the workspace that is run to its end. */
export interface Tool {
  /** Shown to people and used for its log file. */
  readonly name: string;
  /** The arguments of Node. */
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly deadlineMs: number;
}

export interface ToolSurroundings {
  readonly workspace: Workspace;
  readonly record: RunRecord;
  readonly signal: AbortSignal;
}

const REPORT_EVERY_MS = 250;
const LAST_WORDS = 15;

/**
 * Runs a tool on the project's Node, reporting the last line it printed from time to time.
 * @throws StartupError with the end of its output when it fails or takes too long; the signal's reason when aborted.
 */
export async function runTool(
  { name, args, env, deadlineMs }: Tool,
  { workspace, record, signal }: ToolSurroundings,
  report: (line: string) => void,
): Promise<void> {
  const output = new ProcessLog(join(workspace.logDir, `${name}.log`));
  const timer = setInterval(() => report(output.tail(1)[0]?.trim() ?? ''), REPORT_EVERY_MS);
  const plan = {
    name,
    command: process.execPath,
    args,
    env: toolEnvironment(workspace, env),
    cwd: workspace.root,
    output,
  };
  try {
    const { code, reason } = await runToEnd(plan, { log: () => undefined, record }, { deadlineMs, signal });
    if (code === 0) return;
    const words = output.tail(LAST_WORDS).join('\n    ');
    if (/ENOSPC|No space left on device/.test(words))
      throw new StartupError(`The disk is full: ${name} could not write its files.`);
    throw new StartupError(`The ${name} failed (${reason}). The end of ${output.path}:\n    ${words}`);
  } finally {
    clearInterval(timer);
  }
}

/** What the caller has, with the workspace's own programs, its Node among them, found first. */
export function toolEnvironment({ root }: Workspace, env: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PATH: `${join(root, 'node_modules', '.bin')}:${process.env['PATH'] ?? ''}`,
    TSX_TSCONFIG_PATH: join(root, 'tsconfig.base.json'),
    ...env,
  };
}
