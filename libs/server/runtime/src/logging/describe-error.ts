/** An error as it is logged. */
export interface ErrorDescription {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
  readonly cause?: ErrorDescription;
}

const CAUSES_MAX = 5;

/**
 * What of an error goes into a log: its type, message, code, stack and causes. Other properties stay out: database drivers hang
 * the statement's parameters on their errors, and those are what people wrote.
 */
export function describeError(error: Error, causes = CAUSES_MAX): ErrorDescription {
  return {
    type: error.name,
    message: error.message,
    ...('code' in error && isWord(error.code) ? { code: String(error.code) } : {}),
    ...(error.stack === undefined ? {} : { stack: error.stack }),
    ...(error.cause instanceof Error && causes > 0 ? { cause: describeError(error.cause, causes - 1) } : {}),
  };
}

function isWord(code: unknown): code is string | number {
  return typeof code === 'string' || typeof code === 'number';
}
