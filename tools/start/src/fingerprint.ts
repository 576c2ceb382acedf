import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the built programs are made of, from the repository's root. */
const SOURCES = ['apps', 'libs', 'tools/build', '.swcrc', 'nx.json', 'package-lock.json', 'tsconfig.base.json'];
/** What is not in them. */
const LEFT_OUT = /(?:^|\/)(?:node_modules|[^/]*-e2e|[^/]+\.(?:int-|e2e-)?spec\.ts|[^/]+\.fixture\.ts|[^/]+\.md)$/;

/**
 * A short text that changes whenever a source file is added, removed or written. Reads no file: some thousand of them are
 * looked at in a moment.
 */
export function fingerprint(root: string): string {
  const hash = createHash('sha256');
  const visit = (path: string): void => {
    const stats = statSync(join(root, path), { throwIfNoEntry: false });
    if (stats === undefined || LEFT_OUT.test(path)) return;
    if (stats.isDirectory()) {
      for (const name of readdirSync(join(root, path)).sort()) visit(`${path}/${name}`);
    } else {
      hash.update(`${path}\0${stats.size}\0${stats.mtimeMs}\n`);
    }
  };
  for (const source of SOURCES) visit(source);
  return hash.digest('hex');
}
