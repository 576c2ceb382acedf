import { ParleyError } from '@parley/contracts';
import type { FastifyRequest } from 'fastify';

/** 1 to 255 printable ASCII characters. */
const KEY = /^[\x21-\x7e]{1,255}$/;

/** The `Idempotency-Key` of a request, if it has one. @throws ParleyError `validation_failed` */
export function idempotencyKeyOf({ headers }: FastifyRequest): string | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !KEY.test(key)) {
    throw new ParleyError('validation_failed', 'Idempotency-Key: must be 1 to 255 printable characters without spaces');
  }
  return key;
}
