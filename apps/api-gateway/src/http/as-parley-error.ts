import { HttpException } from '@nestjs/common';
import { ParleyError, type ErrorCode } from '@parley/contracts';

/** Errors of the framework, by their HTTP status. What is not here and not the server's fault is a malformed request. */
const codeByStatus: Readonly<Record<number, ErrorCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  405: 'not_found',
  408: 'validation_failed',
  413: 'payload_too_large',
  415: 'unsupported_media_type',
  429: 'rate_limited',
};

/** Said in our words: the framework's may quote the request. */
const details: Readonly<Record<ErrorCode, string>> = {
  validation_failed: 'The request is malformed.',
  unauthenticated: 'Sign in to do this.',
  forbidden: 'You may not do this.',
  not_found: 'There is nothing here.',
  conflict: 'This does not fit what is already there.',
  payload_too_large: 'The request is too large.',
  unsupported_media_type: 'Send JSON, as application/json.',
  rate_limited: 'Too many requests in a short time.',
  unavailable: 'Parley cannot answer right now. Please try again.',
};

/** Whatever was thrown, as an error of the contract; what nobody threw on purpose is `unavailable`. */
export function asParleyError(thrown: unknown): ParleyError {
  if (thrown instanceof ParleyError) return thrown;
  const status = statusOf(thrown);
  const code = status === undefined || status >= 500 ? 'unavailable' : (codeByStatus[status] ?? 'validation_failed');
  return new ParleyError(code, details[code], { cause: thrown });
}

/** The status of an error of Nest or of Fastify. */
function statusOf(thrown: unknown): number | undefined {
  if (thrown instanceof HttpException) return thrown.getStatus();
  if (thrown instanceof Error && 'statusCode' in thrown && typeof thrown.statusCode === 'number')
    return thrown.statusCode;
  return undefined;
}
