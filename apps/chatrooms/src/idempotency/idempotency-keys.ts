import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { limits, ParleyError } from '@parley/contracts';
import { namedQuery } from '@parley/server-database';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

/** A request that is done once. */
export interface IdempotentRequest {
  readonly userId: string;
  readonly key: string;
  /** What is asked, as data that has one JSON text. */
  readonly body: object;
}

/** A key that this call holds: nobody else answers the request until it is let go. */
export interface Claim {
  /** What was answered the first time; null where nothing was yet. */
  readonly answer: unknown;
  /** Keeps the answer, in the transaction that does what it tells of. */
  keep(manager: EntityManager, answer: object): Promise<void>;
  /** Lets go of the key; without an answer it is as if it had never been used. Where that fails the hold ends by itself. */
  release(): Promise<void>;
}

/** Longer than any request takes; after it the key of a process that died is free again. */
const HOLD = '30 seconds';
const KEPT = `${limits.idempotencyHours} hours`;
const SWEEP_ROWS = 1_000;

/** Answers a row where the key is new, expired, or of the same request and free. */
const claimKey = {
  name: 'idempotency_claim',
  text: `
    INSERT INTO idempotency_keys AS known (user_id, key, request_digest, claim, busy_until, created_at)
    VALUES ($1, $2, $3, $4, now() + interval '${HOLD}', now())
    ON CONFLICT (user_id, key) DO UPDATE SET
      request_digest = excluded.request_digest, claim = excluded.claim, busy_until = excluded.busy_until,
      answer = CASE WHEN known.created_at < now() - interval '${KEPT}' THEN NULL ELSE known.answer END,
      created_at = CASE WHEN known.created_at < now() - interval '${KEPT}' THEN now() ELSE known.created_at END
    WHERE known.created_at < now() - interval '${KEPT}'
      OR (known.request_digest = excluded.request_digest AND (known.busy_until IS NULL OR known.busy_until < now()))
    RETURNING answer`,
};

const keepAnswer = {
  name: 'idempotency_keep',
  text: 'UPDATE idempotency_keys SET answer = $4 WHERE user_id = $1 AND key = $2 AND claim = $3 RETURNING key',
};

const releaseKey = {
  name: 'idempotency_release',
  text: `
    WITH unanswered AS (DELETE FROM idempotency_keys WHERE user_id = $1 AND key = $2 AND claim = $3 AND answer IS NULL)
    UPDATE idempotency_keys SET busy_until = NULL WHERE user_id = $1 AND key = $2 AND claim = $3 AND answer IS NOT NULL`,
};

const sweepKeys = {
  name: 'idempotency_sweep',
  text: `
    DELETE FROM idempotency_keys WHERE (user_id, key) IN (
      SELECT user_id, key FROM idempotency_keys WHERE created_at < now() - interval '${KEPT}' LIMIT ${SWEEP_ROWS}
    ) RETURNING key`,
};

/** Lets a creating request be repeated for a day: it is done once and answered the same. */
@Injectable()
export class IdempotencyKeys {
  constructor(private readonly db: DataSource) {}

  /** @throws ParleyError `conflict` where the key was used for another request, or the first is still in flight */
  async claim({ userId, key, body }: IdempotentRequest): Promise<Claim> {
    const digest = createHash('sha256').update(JSON.stringify(body)).digest();
    const claim = uuidv7();
    const [claimed] = await namedQuery<{ answer: unknown }>(this.db, claimKey, [userId, key, digest, claim]);
    if (!claimed) {
      throw new ParleyError(
        'conflict',
        'This Idempotency-Key was used for another request, or the first is in progress.',
      );
    }
    return {
      answer: claimed.answer,
      keep: async (manager, answer) => {
        const kept = await namedQuery(manager, keepAnswer, [userId, key, claim, JSON.stringify(answer)]);
        if (kept.length === 0) throw new ParleyError('conflict', 'The request was taken over by a repeat of it.');
      },
      release: async () => {
        await namedQuery(this.db, releaseKey, [userId, key, claim]).catch(() => undefined);
      },
    };
  }

  /** Removes what has expired. */
  async sweep(signal: AbortSignal): Promise<void> {
    for (let swept = SWEEP_ROWS; swept === SWEEP_ROWS && !signal.aborted;) {
      swept = (await namedQuery(this.db, sweepKeys, [])).length;
    }
  }
}
