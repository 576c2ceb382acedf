import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HashQueue } from './hash-queue';

/** OWASP's minimum for argon2id (the package's default kind): 19 MiB, two passes, one lane. A hash names its own costs: raising these breaks none. */
const costs = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashing runs on libuv's four threads, which files and name look-ups need too. */
const hashesAtOnce = 2;
const hashesWaiting = 64;
const expectedHashMs = 40;

/**
 * Hashes and checks passwords with argon2id, in a bounded queue.
 * Passwords are brought to NFC first (RFC 8265): "é" typed on two keyboards is one password. Nothing is cut off.
 */
@Injectable()
export class PasswordHasher implements OnModuleInit {
  private readonly queue = new HashQueue(hashesAtOnce, hashesWaiting, expectedHashMs);
  private decoy: Promise<string> | undefined;

  /**
   * @returns the PHC string to store
   * @throws ParleyError `rate_limited` when too many are waiting
   */
  hash(password: string): Promise<string> {
    return this.queue.run(() => hash(password.normalize('NFC'), costs));
  }

  /**
   * Whether the password is the one stored. Without a stored hash, or with an empty one, the answer is no, at the same cost, so that the time
   * a login takes tells nobody whether there is such an account, or one that has a password.
   * @throws ParleyError `rate_limited` when too many are waiting
   */
  async matches(stored: string | undefined, password: string): Promise<boolean> {
    const isOne = stored !== undefined && stored !== '';
    const against = isOne ? stored : await this.decoyHash();
    const same = await this.queue.run(() => verify(against, password.normalize('NFC')));
    return same && isOne;
  }

  /** The hash of a password that nobody knows. Made before the first login, or the first one would take twice as long. */
  async onModuleInit(): Promise<void> {
    await this.decoyHash();
  }

  private decoyHash(): Promise<string> {
    this.decoy ??= hash(randomBytes(32), costs);
    return this.decoy;
  }
}
