import fc from 'fast-check';
import { canonicalEmoji, EmojiSchema } from './emoji';

const emoji = ['👍', '❤️', '😂', '👩🏽‍❤️‍💋‍👨🏿', '👨‍👩‍👧‍👦', '🏴󠁧󠁢󠁷󠁬󠁳󠁿', '🇪🇸', '1️⃣', '🕵🏽‍♂️', '👁️‍🗨️', '☝🏽', '🏳️‍🌈'];

it.each(emoji)('%s is one emoji, and its own canonical form', (text) => {
  expect(EmojiSchema.parse(text)).toBe(text);
});

it.each([
  ['\u2764', '❤️'],
  ['1\u20E3', '1️⃣'],
  ['\u{1F3F3}\u200D\u{1F308}', '🏳️‍🌈'],
  ['\u{1F441}\u200D\u{1F5E8}', '👁️‍🗨️'],
  ['\u{1F575}\u{1F3FD}\u200D\u2642', '🕵🏽‍♂️'],
])('%j gets the variation selectors that a keyboard left out', (text, canonical) => {
  expect(canonicalEmoji(text)).toBe(canonical);
});

it.each([
  '',
  ' ',
  'a',
  '1',
  '#',
  '©a',
  '👍👍',
  '👍 ',
  ' 👍',
  'ok',
  '\u200D',
  '\uFE0F',
  '🏽🏽',
  '🇪',
  '\ud83d',
  '👍'.repeat(10_000),
])('%j is not one emoji', (text) => {
  expect(EmojiSchema.safeParse(text).success).toBe(false);
});

it('is canonical once and for all, whatever it is made from', () => {
  const parts = fc.constantFrom(...emoji.flatMap((each) => Array.from(each)), 'a', ' ', '\uFE0F', '\u200D');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(parts, { maxLength: 8 }).map((all) => all.join('')),
      ),
      (text) => {
        const canonical = canonicalEmoji(text);
        if (canonical === null) return;
        expect(canonicalEmoji(canonical)).toBe(canonical);
        expect([...new Intl.Segmenter().segment(canonical)]).toHaveLength(1);
        expect(canonicalEmoji(`${canonical}${canonical}`)).toBeNull();
      },
    ),
    { numRuns: 2_000 },
  );
});
