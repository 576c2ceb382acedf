import { createLogger, type Logger } from '@parley/server-runtime';
import { z } from 'zod';

/** A log that nobody reads. */
export function testLog(): Logger {
  return createLogger({ name: 'test', level: 'silent' });
}

/** A log that keeps its lines: `lines()` answers them, parsed, the oldest first. */
export function recordingLog(): { readonly log: Logger; lines(): Record<string, unknown>[] } {
  const written: string[] = [];
  const log = createLogger({ name: 'test', level: 'trace', destination: { write: (line) => void written.push(line) } });
  return { log, lines: () => written.map(parseLine) };
}

const Fields = z.record(z.string(), z.unknown());

function parseLine(line: string): Record<string, unknown> {
  return Fields.parse(JSON.parse(line));
}
