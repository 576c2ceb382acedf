import * as z from 'zod';
import { ParleyError } from './errors';
import { isNestedDeeperThan, parseInput } from './validate';

const nested = (levels: number): unknown => {
  let value: unknown = 1;
  for (let i = 0; i < levels; i++) value = i % 2 === 0 ? [value] : { value };
  return value;
};

describe('isNestedDeeperThan', () => {
  it('counts levels of arrays and objects', () => {
    expect(isNestedDeeperThan(1, 0)).toBe(false);
    expect(isNestedDeeperThan(nested(32), 32)).toBe(false);
    expect(isNestedDeeperThan(nested(33), 32)).toBe(true);
  });

  it('outlives nesting that would exhaust the stack', () => {
    expect(isNestedDeeperThan(nested(100_000), 32)).toBe(true);
  });
});

describe('parseInput', () => {
  const schema = z.strictObject({ skills: z.array(z.strictObject({ name: z.string() })) });

  it('names each wrong place by its path', () => {
    expect(() => parseInput(schema, { skills: [{ name: 1 }], more: true })).toThrow(ParleyError);
    try {
      parseInput(schema, { skills: [{ name: 1 }], more: true });
    } catch (error) {
      const { code, errors } = error as ParleyError;
      expect(code).toBe('validation_failed');
      expect(errors?.map(({ path }) => path)).toEqual(['skills.0.name', '']);
    }
  });

  it('does not let a key named __proto__ reach any prototype', () => {
    expect(() => parseInput(schema, JSON.parse('{"skills":[],"__proto__":{"polluted":true}}'))).toThrow(ParleyError);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('refuses nesting beyond the limit with the contract’s error', () => {
    expect(() => parseInput(z.unknown(), nested(33))).toThrow(/32 levels/);
  });
});
