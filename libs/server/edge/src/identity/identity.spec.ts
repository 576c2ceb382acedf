import { ParleyError, scopes, type Access, type Scope } from '@parley/contracts';
import fc from 'fast-check';
import { assertAllowed } from './identity';

const anyAccess = fc.constantFrom<Access>('public', 'session', ...scopes);
const someone = (held: readonly Scope[] | null) => ({
  ...{ userId: 'u', sessionId: 's', expiresAt: Infinity },
  scopes: held && new Set(held),
});
const outcome = (access: Access, identity: Parameters<typeof assertAllowed>[1]): string => {
  try {
    assertAllowed(access, identity);
    return 'allowed';
  } catch (error) {
    return error instanceof ParleyError ? error.code : 'no error of ours';
  }
};

it('a key may do what its scopes name, and nothing that names none', () => {
  fc.assert(
    fc.property(anyAccess, fc.subarray([...scopes]), (access, held) => {
      const names: readonly Access[] = held;
      expect(outcome(access, someone(held))).toBe(names.includes(access) ? 'allowed' : 'forbidden');
    }),
  );
});

it('a session may do all, and nobody what is public alone', () => {
  fc.assert(
    fc.property(anyAccess, (access) => {
      expect(outcome(access, someone(null))).toBe('allowed');
      expect(outcome(access, null)).toBe(access === 'public' ? 'allowed' : 'unauthenticated');
    }),
  );
});
