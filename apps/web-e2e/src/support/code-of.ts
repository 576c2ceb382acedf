import { Secret, TOTP } from 'otpauth';

/** The code that an app shows now for a key, as people read it out. */
export function codeOf(key: string): string {
  const secret = Secret.fromBase32(key.replaceAll(/\s/g, ''));
  return new TOTP({ algorithm: 'SHA1', digits: 6, period: 30, secret }).generate();
}
