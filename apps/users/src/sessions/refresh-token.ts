import { createHash, randomBytes } from 'node:crypto';
import { seal, sealingKey, unseal } from '../sealing/seal';

/**
 * Refresh tokens are 256 random bits, and only their SHA-256 is stored: a slow hash guards guessable secrets, and these
 * are none.
 *
 * For two tabs that refresh at once a replaced token must lead to its successor again for a few seconds, and yet no
 * usable token may lie in the database. So the successor is stored sealed under a key that is derived from the token
 * it replaces, which is not stored: the database alone opens nothing, no server key has to be kept, and whoever brings
 * the old token is, within those seconds, entitled to its successor anyway.
 */
export function newRefreshToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest();
}

/** Seals a token's successor for whoever holds the token. */
export function sealSuccessor(token: string, successor: string): Buffer {
  return seal(successor, successorKey(token));
}

/** @throws Error when the successor was sealed for another token */
export function openSuccessor(token: string, sealed: Buffer): string {
  return unseal(sealed, successorKey(token));
}

function successorKey(token: string): Buffer {
  return sealingKey(token, 'parley refresh token successor');
}
