import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { searchPath } from './environment';

/** Where system packages put servers; not every user's PATH names them all. */
const USUAL_PLACES = ['/usr/local/bin', '/usr/bin', '/usr/sbin', '/opt/homebrew/bin'];

/** The path of the first of these programs that is found on the PATH or in the usual places; undefined when none is. */
export function findProgram(names: readonly string[], path = searchPath()): string | undefined {
  const directories = [...path.split(delimiter).filter((directory) => directory !== ''), ...USUAL_PLACES];
  return names.flatMap((name) => directories.map((directory) => join(directory, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
