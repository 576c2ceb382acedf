import type { LoggerService } from '@nestjs/common';
import type { Logger } from './create-logger';

type Level = 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal';

/** Nest's own lines (start, routes, uncaught errors) in our log; what it tells at start is kept to `debug`. */
export function nestLogger(log: Logger): LoggerService {
  /** Nest passes the class that speaks as the last argument, and a stack before it where there is one. */
  function write(level: Level, message: unknown, rest: readonly unknown[]): void {
    const context = rest.at(-1);
    const fields = typeof context === 'string' ? { context } : {};
    if (message instanceof Error) log[level]({ ...fields, err: message }, message.message);
    else log[level](fields, typeof message === 'string' ? message : (JSON.stringify(message) ?? String(message)));
  }
  return {
    log: (message: unknown, ...rest: unknown[]) => write('debug', message, rest),
    error: (message: unknown, ...rest: unknown[]) => write('error', message, rest),
    warn: (message: unknown, ...rest: unknown[]) => write('warn', message, rest),
    debug: (message: unknown, ...rest: unknown[]) => write('debug', message, rest),
    verbose: (message: unknown, ...rest: unknown[]) => write('trace', message, rest),
    fatal: (message: unknown, ...rest: unknown[]) => write('fatal', message, rest),
  };
}
