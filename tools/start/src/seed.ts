import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runTool, type ToolSurroundings } from './tools';

const DEADLINE_MS = 300_000;

/** Whether there is a sandbox to be filled. */
export function hasSeeder(root: string): boolean {
  return existsSync(seeder(root));
}

/**
 * Fills the sandbox with people and conversations, through the running services; what is there already is left alone.
 * @param callEnv where the services take calls, and their secret
 * @throws StartupError with the end of what it said.
 */
export async function seed(
  surroundings: ToolSurroundings,
  callEnv: Readonly<Record<string, string>>,
  report: (line: string) => void,
): Promise<void> {
  const args = ['--import', 'tsx', seeder(surroundings.workspace.root)];
  await runTool({ name: 'seed', args, env: callEnv, deadlineMs: DEADLINE_MS }, surroundings, report);
}

function seeder(root: string): string {
  return join(root, 'tools/seed/src/main.ts');
}
