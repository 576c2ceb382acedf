import data from 'emoji-picker-element-data/en/emojibase/data.json';
import { EmojiIndex, GROUPS, TONES } from './emoji-index';

const index = new EmojiIndex(data);
const found = (words: string): string[] => index.search(words, 8).map(({ emoji }) => emoji);

describe('EmojiIndex', () => {
  it('knows the shortcodes that people type', () => {
    expect(['tada', 'heart', 'Smile', '+1', 'thumbsup'].map((code) => index.byShortcode(code)?.emoji)).toEqual([
      '🎉',
      '❤️',
      '😄',
      '👍',
      '👍',
    ]);
    expect(index.byShortcode('no_such_thing')).toBeUndefined();
  });

  it('finds by the whole code first, then by its beginning, then by other words', () => {
    expect(found('heart')[0]).toBe('❤️');
    expect(found('tad')).toContain('🎉');
    expect(found('thank')).toContain('🙏');
    expect(found('  ')).toEqual([]);
    expect(found('xyzzy')).toEqual([]);
  });

  it('has something in every group, and nothing in two', () => {
    const sizes = GROUPS.map(({ id }) => index.group(id).length);
    expect(Math.min(...sizes)).toBeGreaterThan(50);
    const all = GROUPS.flatMap(({ id }) => index.group(id).map(({ emoji }) => emoji));
    expect(new Set(all).size).toBe(all.length);
  });

  it('has each emoji as Unicode writes it, so that the same one is never two', () => {
    const all = GROUPS.flatMap(({ id }) => index.group(id).map(({ emoji }) => emoji));
    expect(all.filter((emoji) => !/^\p{RGI_Emoji}$/v.test(emoji))).toEqual([]);
  });

  it('has people and hands in the skin tone that one chose, and all else as ever', () => {
    const dark = new EmojiIndex(data, TONES.indexOf('dark'));
    expect(['wave', '+1', 'handshake', 'tada'].map((code) => dark.byShortcode(code)?.emoji)).toEqual([
      '👋🏿',
      '👍🏿',
      '🤝🏿',
      '🎉',
    ]);
    expect(dark.search('wave', 1).map(({ emoji }) => emoji)).toEqual(['👋🏿']);
    const all = GROUPS.flatMap(({ id }) => dark.group(id).map(({ emoji }) => emoji));
    expect(all.filter((emoji) => !/^\p{RGI_Emoji}$/v.test(emoji))).toEqual([]);
    for (const one of [index, dark])
      expect(['👋', '👋🏽', '👋🏿'].map((emoji) => one.nameOf(emoji))).toEqual(Array(3).fill('waving hand'));
  });

  it('names an emoji, and one that it does not know by itself', () => {
    expect(index.nameOf('🎉')).toBe('party popper');
    expect(index.nameOf('🫥🫥')).toBe('🫥🫥');
  });
});
