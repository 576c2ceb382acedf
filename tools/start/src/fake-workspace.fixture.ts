import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAMS } from '@parley/server-system';
import { fingerprint } from './fingerprint';

/**
 * A repository that looks built, with programs that stand in for Parley's own: each is ready at once, answers HTTP with
 * its pid where it has a port for it, and ends at SIGTERM.
 */
export function makeWorkspace(root: string): void {
  for (const program of PROGRAMS) {
    const directory = join(root, 'dist/apps', program);
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(directory, 'main.js'), MAIN);
    writeFileSync(join(directory, 'migrate.js'), '');
  }
  mkdirSync(join(root, 'dist/apps/web/browser'), { recursive: true });
  writeFileSync(join(root, 'dist/apps/web/browser/index.html'), '<!doctype html><title>Fake</title>');
  writeFileSync(join(root, 'dist/apps/.built-from'), fingerprint(root));
}

const MAIN = `
  import { createServer } from 'node:http';
  const { HTTP_PORT, OPS_PORT } = process.env;
  process.on('SIGTERM', () => process.exit(0));
  for (const port of [OPS_PORT, HTTP_PORT].filter(Boolean)) {
    createServer((_, response) => response.end(String(process.pid))).listen(Number(port), '127.0.0.1');
  }
`;
