import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { limits, NewApiKeySchema, ParleyError, type CreateApiKeyInput, type NewApiKey } from '@parley/contracts';
import type { EntityManager } from 'typeorm';
import { seal, sealingKey, unseal } from '../sealing/seal';
import { Settings } from '../settings';

/** A request that may come again. */
export interface RepeatableRequest {
  readonly userId: string;
  /** Its `Idempotency-Key`. */
  readonly key: string;
  readonly input: CreateApiKeyInput;
}

/** A request that this transaction holds: nobody else answers it until that ends. */
export interface HeldRequest {
  /** What was answered the first time; null where nothing was yet. */
  readonly answer: NewApiKey | null;
  /** Keeps the answer for repeats. */
  keep(answer: NewApiKey): Promise<void>;
}

/** For how long a repeat is recognised. */
export const keptSeconds = limits.idempotencyHours * 3_600;

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Lets the making of an API key be repeated for a day: the key is made once and answered again. As no key is stored, its answer lies sealed, and neither
 * the database nor the secret of the services opens it without the `Idempotency-Key`, of which there is a hash alone.
 */
@Injectable()
export class RepeatedRequests {
  constructor(private readonly settings: Settings) {}

  /** @throws ParleyError `conflict` where the key was used for another request, or the first is still in flight */
  async hold(manager: EntityManager, { userId, key, input }: RepeatableRequest): Promise<HeldRequest> {
    const hash = sha256(key);
    const digest = sha256(JSON.stringify(input));
    const [lock] = await manager.query<{ held: boolean }[]>(
      'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS held',
      [`api_key_requests ${userId} ${hash.toString('hex')}`],
    );
    if (lock?.held !== true)
      throw new ParleyError('conflict', 'The first request with this Idempotency-Key is in progress.');
    const [known] = await manager.query<{ digest: Buffer; sealed: Buffer }[]>(
      `SELECT request_digest AS digest, sealed_answer AS sealed FROM api_key_requests
       WHERE user_id = $1 AND hash = $2 AND created_at > clock_timestamp() - make_interval(secs => $3)`,
      [userId, hash, keptSeconds],
    );
    if (known !== undefined && !known.digest.equals(digest)) {
      throw new ParleyError('conflict', 'This Idempotency-Key was used for another request.');
    }
    const opening = sealingKey(`${this.settings.secret}\n${key}`, 'answers to requests for API keys');
    return {
      answer: known === undefined ? null : NewApiKeySchema.parse(JSON.parse(unseal(known.sealed, opening))),
      keep: async (answer) => {
        await manager.query(
          `INSERT INTO api_key_requests (user_id, hash, request_digest, sealed_answer, created_at)
           VALUES ($1, $2, $3, $4, clock_timestamp())
           ON CONFLICT (user_id, hash) DO UPDATE SET request_digest = excluded.request_digest,
             sealed_answer = excluded.sealed_answer, created_at = excluded.created_at`,
          [userId, hash, digest, seal(JSON.stringify(answer), opening)],
        );
      },
    };
  }
}
