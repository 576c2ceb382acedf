import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { apiKeyText, idInApiKey } from '@parley/contracts';
import { parse } from 'uuid';

/**
 * A key holds its id, by which its row is found, and 256 random bits. Only the SHA-256 of the whole is stored: a slow hash guards guessable secrets,
 * and these are none.
 */
export function newApiKey(id: string): string {
  return apiKeyText(Buffer.from(parse(id)).toString('base64url'), randomBytes(32).toString('base64url'));
}

/** The id in a key of the right shape; nothing is proved by it. */
export function idOfApiKey(key: string): string {
  // Not held to be a UUID of any version: of another one there is no row.
  const hex = Buffer.from(idInApiKey(key), 'base64url').toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** What is stored of a key. */
export function hashOfApiKey(key: string): Buffer {
  return createHash('sha256').update(key, 'utf8').digest();
}

/** Whether a key is the one that was stored, in a time that tells nothing of where they differ. */
export function isSameApiKey(key: string, stored: Buffer): boolean {
  return timingSafeEqual(hashOfApiKey(key), stored);
}
