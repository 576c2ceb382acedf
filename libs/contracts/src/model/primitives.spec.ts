import fc from 'fast-check';
import { clip, codePoints, nameSchema, queryInt, textSchema, TimeSchema, UuidSchema } from './primitives';

const text = textSchema(1, 8_000);
const anyText = fc.string({ unit: 'binary', maxLength: 50 }).map((value) => value.replaceAll('\u0000', ''));

describe('textSchema', () => {
  it('stores text trimmed and in NFC, so that checking twice changes nothing', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        const first = text.safeParse(value);
        if (!first.success) return;
        expect(first.data).toBe(value.trim().normalize('NFC'));
        expect(text.parse(first.data)).toBe(first.data);
      }),
    );
  });

  it('counts code points, not UTF-16 units', () => {
    expect(text.safeParse('🎸'.repeat(8_000)).success).toBe(true);
    expect(text.safeParse('🎸'.repeat(8_001)).success).toBe(false);
    expect(text.safeParse(`  ${'a'.repeat(8_000)}\n`).success).toBe(true);
    expect(codePoints('🎸é')).toBe(2);
  });

  it('refuses what is empty once trimmed, and what no text column can hold', () => {
    for (const value of ['', '   ', '\u2003\n', 'a\u0000b', '\ud800', 'x\udc00'])
      expect(text.safeParse(value).success).toBe(false);
  });
});

describe('nameSchema', () => {
  const name = nameSchema(60);

  it('S37: removes what would let one name pass for another', () => {
    expect(name.parse('A\u202Ena\u200B \t Mor\u2066ales')).toBe('Ana Morales');
  });

  it('keeps joiners that scripts and emoji need', () => {
    expect(name.parse('👩‍🎨 می‌خواهم')).toBe('👩‍🎨 می‌خواهم');
  });

  it('S37: refuses a name with nothing to see in it', () => {
    for (const value of ['\u200B', '\u0301\u0301', ' \u202E ', '']) expect(name.safeParse(value).success).toBe(false);
  });
});

describe('clip', () => {
  it('never has more code points than asked for, nor half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.integer({ min: 1, max: 20 }), (value, max) => {
        const clipped = clip(value, max);
        expect(codePoints(clipped)).toBeLessThanOrEqual(max);
        expect(clipped.isWellFormed()).toBe(true);
        if (codePoints(value) <= max) expect(clipped).toBe(value);
      }),
    );
  });
});

describe('queryInt', () => {
  it('takes whole numbers within its bounds and guesses at nothing else', () => {
    const limit = queryInt(1, 100);
    expect(limit.parse('50')).toBe(50);
    for (const value of ['', '0', '101', '1e2', '-1', ' 7', '1.5', '0x10', '9'.repeat(16)])
      expect(limit.safeParse(value).success).toBe(false);
  });
});

describe('UuidSchema', () => {
  it('takes any UUID, in one spelling', () => {
    expect(UuidSchema.parse('019AC3B2-0000-7000-8000-00000000000A')).toBe('019ac3b2-0000-7000-8000-00000000000a');
    expect(UuidSchema.safeParse('../etc/passwd').success).toBe(false);
  });
});

it('TimeSchema takes times of this form alone, and none of year 0, which no database knows', () => {
  expect(TimeSchema.safeParse('2026-02-28T23:59:59.999Z').success).toBe(true);
  for (const time of ['0000-01-01T00:00:00.000Z', '2026-02-30T00:00:00.000Z', '2026-02-28T23:59:59Z', 'now', '']) {
    expect({ time, isOne: TimeSchema.safeParse(time).success }).toEqual({ time, isOne: false });
  }
});
