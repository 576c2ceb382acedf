import fc from 'fast-check';
import { columnTypes, parseInt8 } from './int8';

const INT8: number = 20;
const INT8_ARRAY: number = 1016;
const TEXT: number = 25;

it('reads every bigint that a number can hold', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (value) => expect(parseInt8(String(value))).toBe(value === 0 ? 0 : value)),
  );
});

it.each(['9007199254740992', '-9007199254740993', '9223372036854775807'])('refuses %s rather than round it', (text) => {
  expect(() => parseInt8(text)).toThrow(RangeError);
});

it('reads arrays of them', () => {
  const parse = columnTypes.getTypeParser(INT8_ARRAY, 'text');
  expect([parse('{1,NULL,-3}'), parse('{}')]).toEqual([[1, null, -3], []]);
});

it('leaves all other types to the driver', () => {
  expect(columnTypes.getTypeParser(INT8)).toBe(parseInt8);
  expect(columnTypes.getTypeParser(TEXT, 'text')).not.toBe(parseInt8);
});
