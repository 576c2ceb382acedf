import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';
import { SECRET_CHARACTERS_MIN } from '@parley/server-runtime';
import type { Envelope, Meta } from './envelope';

/** Signs and verifies with the secret that all services share (HMAC-SHA256). */
export class Signer {
  readonly #key: KeyObject;

  constructor(secret: string) {
    if (secret.length < SECRET_CHARACTERS_MIN) {
      throw new Error(`The secret of the services must have at least ${SECRET_CHARACTERS_MIN} characters.`);
    }
    this.#key = createSecretKey(secret, 'utf8');
  }

  /** A call, ready to send. */
  seal(pattern: string, meta: Meta, body: string): Envelope {
    return { meta, body, signature: this.#signature(callText(pattern, meta), body) };
  }

  /** Whether exactly this call was signed with our secret. */
  isAuthentic(pattern: string, { meta, body, signature }: Envelope): boolean {
    return isSame(signature, this.#signature(callText(pattern, meta), body));
  }

  /** What a server answers to a client's nonce to show that it holds the secret. */
  proof(nonce: string, challenge: string): string {
    return this.#signature(JSON.stringify(['hello', nonce, challenge]), '');
  }

  isProof(proof: string, nonce: string, challenge: string): boolean {
    return isSame(proof, this.proof(nonce, challenge));
  }

  #signature(head: string, body: string): string {
    // A JSON text holds no line end, so it can't be told wrongly where the head stops.
    return createHmac('sha256', this.#key).update(head).update('\n').update(body).digest('base64url');
  }
}

function callText(pattern: string, { requestId, caller, actor, deadlineMs, challenge, count }: Meta): string {
  const member = actor && [actor.userId, actor.sessionId];
  return JSON.stringify(['call', pattern, requestId, caller, member, deadlineMs, challenge, count]);
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
