import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAMS, type ProgramName } from './service-names';

/**
 * Programs that stand in for Parley's own where it is their processes that are looked at: each is ready at once (unless
 * UNREADY is set), tells by HTTP who it is and what it was given, ends when it is told to, and fails at start when FAIL is set.
 */
export function makePrograms(distDir: string): void {
  for (const program of PROGRAMS) {
    const directory = join(distDir, 'apps', program);
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(directory, 'main.js'), main(program));
    writeFileSync(join(directory, 'migrate.js'), migrate(program));
  }
  mkdirSync(join(distDir, 'apps/web/browser'), { recursive: true });
  writeFileSync(join(distDir, 'apps/web/browser/index.html'), '<!doctype html><title>Fake</title>');
}

function main(program: ProgramName): string {
  return `
    import { createServer } from 'node:http';
    const { FAIL, HTTP_PORT, OPS_PORT, UNREADY } = process.env;
    if (FAIL) {
      console.log(JSON.stringify({ level: 60, msg: 'cannot start', err: { message: FAIL } }));
      process.exit(1);
    }
    for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => process.exit(0));
    createServer((_, response) => response.writeHead(UNREADY ? 503 : 200).end(UNREADY)).listen(Number(OPS_PORT), '127.0.0.1');
    if (HTTP_PORT) {
      createServer((_, response) => {
        response.end(JSON.stringify({ program: '${program}', pid: process.pid, env: process.env }));
      }).listen(Number(HTTP_PORT), '127.0.0.1');
    }
  `;
}

function migrate(program: ProgramName): string {
  return `
    import { appendFileSync } from 'node:fs';
    if (process.env.DATABASE_URL === 'broken') {
      console.error('relation "x" does not exist');
      process.exit(1);
    }
    appendFileSync(process.env.DATABASE_URL, '${program}');
  `;
}
