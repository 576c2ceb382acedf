import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { dataSource } from '@parley/server-database';
import { ConfigError, createLogger, databaseConfig, loadConfig } from '@parley/server-runtime';
import { z } from 'zod';
import { BadFile } from './import/bad-file';
import { importRoom } from './import/import-room';

/**
 * `node import-room.js [--raise-times] < room.jsonl`: takes a room's export in, all of it or nothing, tells what it did, and sets the exit code. See docs/runbooks/compose.md.
 */
const DAY_MS = 86_400_000;
/** A sender's transaction is over long before. */
const LOCK_MS = 60_000;

const log = createLogger({ name: 'messages', level: 'info' });
try {
  const { values } = parseArgs({ options: { 'raise-times': { type: 'boolean', default: false } } });
  const { DATABASE_URL } = loadConfig(z.object({ DATABASE_URL: databaseConfig.DATABASE_URL }));
  // One statement takes as long as the file does, and waits for whoever sends it.
  const source = dataSource({
    ...{ url: DATABASE_URL, applicationName: 'messages import', poolSize: 1, log },
    ...{ statementTimeoutMs: DAY_MS, idleInTransactionMs: DAY_MS, lockTimeoutMs: LOCK_MS },
  });
  await source.initialize();
  try {
    const done = await importRoom(source, process.stdin, { raiseTimes: values['raise-times'] });
    log.info(done, 'the room is imported');
  } finally {
    await source.destroy();
  }
} catch (error) {
  // Whoever still writes need not: nothing more is read.
  process.stdin.destroy();
  if (error instanceof ConfigError || error instanceof BadFile)
    process.stderr.write(`Nothing is imported. ${error.message}\n`);
  else log.fatal({ err: error }, 'nothing is imported');
  process.exitCode = 1;
}
