import data from 'emoji-picker-element-data/en/emojibase/data.json';
import fc from 'fast-check';
import { EmojiIndex } from './emoji-index';
import { openShortcode, withEmoji } from './shortcodes';

const index = new EmojiIndex(data);
const open = (text: string): string | null => openShortcode(text, text.length)?.query ?? null;

describe('a shortcode that is being typed', () => {
  it('is what follows a colon at the beginning of a word', () => {
    expect([open(':ta'), open('so good :tad'), open('(:+1')]).toEqual(['ta', 'tad', '+1']);
    expect(openShortcode('a :tada b', 6)).toEqual({ start: 2, query: 'tad' });
  });

  it.each(['10:30', 'https://x', 'std::vec', ':', ':t', ': tada', '`:tada', '```\n:tada'])('is none in %j', (text) => {
    expect(open(text)).toBeNull();
  });
});

describe('withEmoji', () => {
  it('makes emoji of shortcodes that there are, and of nothing else', () => {
    expect(withEmoji(':tada: well done :+1:', index)).toBe('🎉 well done 👍');
    expect(withEmoji('at 10:30:45, :nothing: like std::tada::', index)).toBe('at 10:30:45, :nothing: like std::tada::');
  });

  it('leaves code alone', () => {
    expect(withEmoji('`:tada:` and :tada:', index)).toBe('`:tada:` and 🎉');
    expect(withEmoji('```\n:tada:\n``` :tada:', index)).toBe('```\n:tada:\n``` 🎉');
    expect(withEmoji('```\n:tada:', index)).toBe('```\n:tada:');
  });

  it('is done after one time, whatever is typed', () => {
    const piece = fc.constantFrom(':', 'tada', 'heart', '`', '```', ' ', '\n', 'x', '10', '🎉');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const once = withEmoji(pieces.join(''), index);
        expect(withEmoji(once, index)).toBe(once);
      }),
    );
  });
});
