import { pino, type DestinationStream, type Logger as PinoLogger } from 'pino';
import { currentRequestId } from '../request-context';
import { describeError } from './describe-error';
import { REDACTED, redactEntries } from './redact';

export type Logger = PinoLogger;
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

export interface LoggerOptions {
  /** The process's name, in every line as `service`. */
  readonly name: string;
  readonly level: LogLevel;
  /** Standard output by default. */
  readonly destination?: DestinationStream;
}

/** Bindings of child loggers (such as a request's) are written by pino itself, so they are cleaned by path. */
const BINDING_PATHS = [
  'req.headers.authorization',
  'req.headers.cookie',
  'res.headers["set-cookie"]',
  'authorization',
  'cookie',
  'password',
  'token',
  'accessToken',
  'refreshToken',
  'text',
];

/**
 * The log of a process: one JSON line an event, with time, level, service and the id of the request it belongs to. Passwords,
 * tokens, cookies and message texts are replaced wherever they appear in what is logged.
 */
export function createLogger({ name, level, destination }: LoggerOptions): Logger {
  return pino(
    {
      level,
      base: { service: name },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }), log: redactEntries },
      // pino's own serializer would add whatever else hangs on an error.
      serializers: { err: (error: unknown) => (error instanceof Error ? describeError(error) : error) },
      redact: { paths: BINDING_PATHS, censor: REDACTED },
      mixin: () => {
        const requestId = currentRequestId();
        return requestId === undefined ? {} : { requestId };
      },
    },
    destination ?? pino.destination({ dest: 1, sync: true }),
  );
}
