import { createHash } from 'node:crypto';
import { ApiKeyTextSchema, ParleyError } from '@parley/contracts';
import { newRequestId, requestContext } from '@parley/server-runtime';
import { LRUCache } from 'lru-cache';
import type { Services } from '../services';
import type { Identity } from './identity';

/**
 * How long an answer of the users service is believed. That a key was deleted is heard of by the feed of ended sessions before that; this bounds
 * whatever the feed does not tell, such as an account that is gone with its keys, well below the five seconds of the contract.
 */
const BELIEVED_MS = 3_000;
/** Keys of which something is remembered. */
const KEYS = 10_000;
/** Keys that are asked about at once: beyond it somebody tries keys at random, or the users service is slow. */
const ASKED_AT_ONCE = 256;
const DEADLINE_MS = 2_000;

interface Verdict {
  readonly at: number;
  readonly identity: Promise<Identity>;
}

/** Reads API keys: the users service knows them, and what it answers is believed for a few seconds, refusals included. */
export class ApiKeys {
  /** By digest: no key is kept. */
  private readonly verdicts = new LRUCache<string, Verdict>({ max: KEYS });
  private asked = 0;

  constructor(
    private readonly users: Pick<Services['users'], 'verifyApiKey'>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** @throws ParleyError `unauthenticated` for a key that is unknown, deleted or expired; `unavailable` where that cannot be told */
  async verify(key: string): Promise<Identity> {
    if (!ApiKeyTextSchema.safeParse(key).success) throw refused();
    const digest = createHash('sha256').update(key).digest('base64');
    const known = this.verdicts.get(digest);
    const isFresh = known !== undefined && this.now() - known.at < BELIEVED_MS;
    const identity = await (isFresh ? known.identity : this.ask(key, digest));
    if (identity.expiresAt <= Date.now()) throw refused();
    return identity;
  }

  /** Whoever comes with the same key meanwhile waits for the same answer. */
  private ask(key: string, digest: string): Promise<Identity> {
    if (this.asked >= ASKED_AT_ONCE) throw new ParleyError('unavailable', 'API keys cannot be checked right now.');
    const verdict: Verdict = { at: this.now(), identity: this.read(key) };
    this.verdicts.set(digest, verdict);
    verdict.identity.catch((error: unknown) => {
      const isVerdict = error instanceof ParleyError && error.code === 'unauthenticated';
      if (!isVerdict && this.verdicts.peek(digest) === verdict) this.verdicts.delete(digest);
    });
    return verdict.identity;
  }

  private async read(key: string): Promise<Identity> {
    this.asked++;
    try {
      // Not in the name of whoever happened to ask first, nor within what is left of their time.
      const { keyId, userId, scopes, expiresAt } = await requestContext.run({ requestId: newRequestId() }, () =>
        this.users.verifyApiKey({ key }, { deadlineMs: DEADLINE_MS }),
      );
      return {
        ...{ userId, sessionId: keyId, scopes: new Set(scopes) },
        expiresAt: expiresAt === null ? Infinity : Date.parse(expiresAt),
      };
    } finally {
      this.asked--;
    }
  }
}

function refused(): ParleyError {
  return new ParleyError('unauthenticated', 'The API key is not valid.');
}
