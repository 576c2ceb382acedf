import { ApiKeyTextSchema, isApiKey } from '@parley/contracts';
import fc from 'fast-check';
import { hashOfApiKey, idOfApiKey, isSameApiKey, newApiKey } from './api-key-text';

const anyId = fc.uuid({ version: 7 });

it('a new key is one by the contract, leads to its id, and is the same as itself alone', () => {
  fc.assert(
    fc.property(anyId, anyId, (id, other) => {
      const key = newApiKey(id);
      expect(ApiKeyTextSchema.parse(key)).toBe(key);
      expect(isApiKey(key)).toBe(true);
      expect(idOfApiKey(key)).toBe(id);
      const stored = hashOfApiKey(key);
      expect(isSameApiKey(key, stored)).toBe(true);
      for (const wrong of [newApiKey(id), newApiKey(other)]) expect(isSameApiKey(wrong, stored)).toBe(false);
    }),
  );
});

it('whatever has the shape of a key leads to some id, and throws nothing', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...letters), { minLength: 65, maxLength: 65 }), (text) => {
      expect(idOfApiKey(`parley_${text.join('')}`)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    }),
  );
});
