import fc from 'fast-check';
import { seal, sealingKey, unseal } from './seal';

const key = sealingKey('a secret of the test', 'one purpose');

describe('seal', () => {
  it('is opened by the same key', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => expect(unseal(seal(text, key), key)).toBe(text)));
  });

  it('is opened by no other secret and for no other purpose', () => {
    const sealed = seal('hello', key);
    expect(() => unseal(sealed, sealingKey('another secret', 'one purpose'))).toThrow();
    expect(() => unseal(sealed, sealingKey('a secret of the test', 'another purpose'))).toThrow();
  });

  it('looks different each time and does not survive a change', () => {
    const sealed = seal('hello', key);
    expect(sealed.equals(seal('hello', key))).toBe(false);
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => unseal(changed, key)).toThrow();
    }
    expect(() => unseal(Buffer.alloc(3), key)).toThrow();
  });
});
