import { Secret, TOTP } from 'otpauth';

/** As every app knows them (RFC 6238): HMAC-SHA-1, six digits, a step of 30 s. */
const kind = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** Codes of the step before and of the one after are good too: clocks differ, and people type. */
const stepsAside = 1;
/** As many bits as the hash has (RFC 4226, 4). */
const secretBytes = 20;

/** A new key, in base32. */
export const newTotpSecret = (): string => new Secret({ size: secretBytes }).base32;

/** What the QR code of a key holds: the key, and under which name an app keeps it. */
export function totpUri(secret: string, issuer: string, label: string): string {
  return new TOTP({ ...kind, secret: Secret.fromBase32(secret), issuer, label }).toString();
}

/**
 * The step that a code belongs to, counted from 1970; null where it is none of those that are good now.
 * @param now in milliseconds
 */
export function stepOfCode(secret: string, code: string, now: number): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const totp = new TOTP({ ...kind, secret: Secret.fromBase32(secret) });
  const aside = totp.validate({ token: code, timestamp: now, window: stepsAside });
  return aside === null ? null : totp.counter({ timestamp: now }) + aside;
}

/** The code of a moment, as the app shows it. */
export function codeAt(secret: string, now: number): string {
  return new TOTP({ ...kind, secret: Secret.fromBase32(secret) }).generate({ timestamp: now });
}
