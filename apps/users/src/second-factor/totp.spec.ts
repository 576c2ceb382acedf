import { Secret } from 'otpauth';
import { codeAt, newTotpSecret, stepOfCode, totpUri } from './totp';

/** The key of RFC 6238, appendix B, for SHA-1. */
const rfc = Secret.fromLatin1('12345678901234567890').base32;
const step = 30_000;

/** Seconds since 1970 and the code, of which the RFC shows eight digits: six are its end. */
const vectors: [seconds: number, code: string][] = [
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
];

describe('codes', () => {
  it.each(vectors)('RFC 6238: at %i s the code ends %s', (seconds, shown) => {
    const code = shown.slice(2);
    expect(codeAt(rfc, seconds * 1_000)).toBe(code);
    expect(stepOfCode(rfc, code, seconds * 1_000)).toBe(Math.floor(seconds / 30));
  });

  it('are good in their step and in the one before and after, and tell which it was', () => {
    const at = 1_700_000_000_000;
    const own = Math.floor(at / step);
    for (const aside of [-1, 0, 1]) expect(stepOfCode(rfc, codeAt(rfc, at + aside * step), at)).toBe(own + aside);
    for (const aside of [-3, -2, 2, 3]) expect(stepOfCode(rfc, codeAt(rfc, at + aside * step), at)).toBeNull();
  });

  it.each(['', '28708', '2870822', '287 082', '٢٨٧٠٨٢', 'abcdef', '-28708', '28708.'])('%j is none', (code) => {
    expect(stepOfCode(rfc, code, 59_000)).toBeNull();
  });

  it('of one key are none of another', () => {
    const at = 1_700_000_000_000;
    const [one, other] = [newTotpSecret(), newTotpSecret()];
    expect(one).not.toBe(other);
    expect(stepOfCode(one, codeAt(one, at), at)).not.toBeNull();
    // One in 333,333 keys would have the same code in one of three steps; then the next has not.
    const same = [0, 1, 2, 3].filter(
      (n) => stepOfCode(one, codeAt(other, at + n * 600_000), at + n * 600_000) !== null,
    );
    expect(same.length).toBeLessThan(4);
  });
});

it('a key has 160 bits, and its address says what an app needs', () => {
  const secret = newTotpSecret();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  const uri = new URL(totpUri(secret, 'Parley', 'ana@example.org'));
  expect([uri.protocol, uri.host, decodeURIComponent(uri.pathname)]).toEqual([
    'otpauth:',
    'totp',
    '/Parley:ana@example.org',
  ]);
  expect(Object.fromEntries(uri.searchParams)).toEqual({
    ...{ issuer: 'Parley', secret, algorithm: 'SHA1', digits: '6', period: '30' },
  });
});
