import { errorTable, type ParleyError, type Problem } from '@parley/contracts';

/** An error as the body of an HTTP answer, RFC 9457. */
export function problemOf(error: ParleyError, requestId: string): Problem {
  const { status, title } = errorTable[error.code];
  return {
    type: `urn:parley:error:${error.code}`,
    ...{ title, status, detail: error.detail, code: error.code, requestId },
    ...(error.errors ? { errors: error.errors } : {}),
    ...(error.secondFactor ? { secondFactor: error.secondFactor } : {}),
  };
}
