import { join } from 'node:path';
import { readComposeFile, type ComposeFile } from './compose-file';
import type { Variables } from './interpolate';

export const workspaceRoot = join(import.meta.dirname, '../../..');

/** The path of a file of the workspace. */
export function inWorkspace(path: string): string {
  return join(workspaceRoot, path);
}

/** docker-compose.yml as it is with these variables, or with none. */
export function compose(variables?: Variables): ComposeFile {
  return readComposeFile(inWorkspace('docker-compose.yml'), variables);
}
