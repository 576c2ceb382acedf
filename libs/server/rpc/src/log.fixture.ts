import { createLogger, type Logger } from '@parley/server-runtime';

/** A log that keeps its lines as text. */
export function recordingLog(): { readonly log: Logger; readonly lines: string[] } {
  const lines: string[] = [];
  const log = createLogger({ name: 'test', level: 'trace', destination: { write: (line) => void lines.push(line) } });
  return { log, lines };
}

export function silentLog(): Logger {
  return createLogger({ name: 'test', level: 'silent' });
}
