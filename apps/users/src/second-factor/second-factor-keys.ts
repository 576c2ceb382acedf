import { createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { seal, sealingKey, unseal } from '../sealing/seal';
import { Settings } from '../settings';

/** Letters and digits that nobody takes for each other; thirty-two, so that each stands for five bits. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const codeCharacters = 16;

/**
 * Secrets of second factors as the database has them: keys sealed, recovery codes as keyed hashes, both under keys derived from the services' secret.
 * A copy of the database makes no code and opens none; after a change of that secret nobody can, and whoever runs Parley turns factors off.
 */
@Injectable()
export class SecondFactorKeys {
  private readonly sealing: Buffer;
  private readonly hashing: Buffer;

  constructor(settings: Settings) {
    this.sealing = sealingKey(settings.secret, 'parley users second factors');
    this.hashing = sealingKey(settings.secret, 'parley users recovery codes');
  }

  seal(secret: string): Buffer {
    return seal(secret, this.sealing);
  }

  /** `undefined` for what was sealed under another secret: no code of it is right any more. */
  open(sealed: Buffer): string | undefined {
    try {
      return unseal(sealed, this.sealing);
    } catch {
      return undefined;
    }
  }

  hashOfRecoveryCode(code: string): Buffer {
    return createHmac('sha256', this.hashing).update(code, 'utf8').digest();
  }
}

/** A code of 80 random bits, as it is shown: four groups of four. */
export function newRecoveryCode(): string {
  const code = Array.from(randomBytes(codeCharacters), (byte) => alphabet.charAt(byte % alphabet.length)).join('');
  return (code.match(/.{4}/g) ?? []).join('-');
}

/** A code as it is compared, whatever somebody typed between and for its signs: O for 0, I and L for 1. */
export function bareCode(typed: string): string {
  return typed.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1');
}
