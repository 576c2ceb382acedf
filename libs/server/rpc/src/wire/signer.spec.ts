import fc from 'fast-check';
import type { Envelope, Meta } from './envelope';
import { Signer } from './signer';

const signer = new Signer('the secret of the tests, long enough');
const meta: Meta = {
  requestId: 'r1',
  caller: 'api-gateway',
  actor: { userId: 'ada', sessionId: 's1' },
  deadlineMs: 3_000,
  challenge: 'c'.repeat(22),
  count: 7,
};
const sealed = signer.seal('users.me', meta, '{"a":1}');

it('recognises what was signed with the same secret', () => {
  expect(signer.isAuthentic('users.me', sealed)).toBe(true);
  expect(new Signer('another secret, which is long enough too').isAuthentic('users.me', sealed)).toBe(false);
});

it.each<[string, string, Partial<Meta>, Partial<Envelope>]>([
  ['the pattern', 'users.updateMe', {}, {}],
  ['the body', 'users.me', {}, { body: '{"a":2}' }],
  ['the signature', 'users.me', {}, { signature: 'A'.repeat(43) }],
  ['an empty signature', 'users.me', {}, { signature: '' }],
  ['the request', 'users.me', { requestId: 'r2' }, {}],
  ['the caller', 'users.me', { caller: 'users' }, {}],
  ['the member', 'users.me', { actor: { userId: 'bob', sessionId: 's1' } }, {}],
  ['the session', 'users.me', { actor: { userId: 'ada', sessionId: 's2' } }, {}],
  ['no member', 'users.me', { actor: null }, {}],
  ['the deadline', 'users.me', { deadlineMs: 600_000 }, {}],
  ['the connection', 'users.me', { challenge: 'd'.repeat(22) }, {}],
  ['the count', 'users.me', { count: 8 }, {}],
])('notices that %s was changed', (_, pattern, change, envelope) => {
  expect(signer.isAuthentic(pattern, { ...sealed, ...envelope, meta: { ...meta, ...change } })).toBe(false);
});

it('never takes a part of one field for a part of another', () => {
  const text = fc.string({ minLength: 1, maxLength: 5, unit: fc.constantFrom('a', '"', ',', '\n', '[', '\\') });
  fc.assert(
    fc.property(fc.tuple(text, text, text), fc.tuple(text, text, text), (a, b) => {
      fc.pre(a.join('\u0000') !== b.join('\u0000'));
      const [first, second] = [a, b].map(([requestId, caller, body]) =>
        signer.seal('p', { ...meta, requestId, caller }, body),
      );
      expect(first?.signature).not.toBe(second?.signature);
    }),
  );
});

it('proves to whoever asks, and to nobody else, that it knows the secret', () => {
  const proof = signer.proof('nonce-1', 'challenge');
  expect(signer.isProof(proof, 'nonce-1', 'challenge')).toBe(true);
  expect(signer.isProof(proof, 'nonce-2', 'challenge')).toBe(false);
  expect(signer.isProof(proof, 'nonce-1', 'other')).toBe(false);
});

it('refuses a secret that could be guessed', () => {
  expect(() => new Signer('short')).toThrow('at least 32 characters');
});
