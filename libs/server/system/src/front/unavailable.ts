import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { errorTable, type Problem } from '@parley/contracts';

/** An answer made by the front itself. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const REQUEST_ID = /^[A-Za-z0-9_-]{8,64}$/;

/** What the front answers, in the contract's words, for a part of Parley that does not. */
export function unavailable({ headers }: IncomingMessage): Answer {
  const asked = headers['x-request-id'];
  const requestId = typeof asked === 'string' && REQUEST_ID.test(asked) ? asked : randomUUID();
  const { status, title } = errorTable.unavailable;
  const problem: Problem = {
    type: 'urn:parley:error:unavailable',
    title,
    status,
    detail: 'A part of Parley is not running right now. Please try again in a moment.',
    code: 'unavailable',
    requestId,
  };
  const body = JSON.stringify(problem);
  return {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'content-length': String(Buffer.byteLength(body)),
      'cache-control': 'no-store',
      'retry-after': '1',
      'x-content-type-options': 'nosniff',
      'x-request-id': requestId,
    },
    body,
  };
}
