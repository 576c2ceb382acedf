/** One emoji, its name, the words that it is found by, and its `:shortcodes:` without the colons. */
export interface Emoji {
  readonly emoji: string;
  readonly annotation: string;
  readonly shortcodes: readonly string[];
  readonly tags?: readonly string[] | undefined;
  readonly group: number;
  readonly version: number;
  /** The same in each skin tone, or in two of them where it shows two people. */
  readonly skins?: readonly Skin[] | undefined;
}

interface Skin {
  readonly emoji: string;
  readonly tone: number | readonly number[];
  readonly version: number;
}

/** Skin tones by their number in Unicode's order; the first is none at all. */
export const TONES = ['none', 'light', 'mediumLight', 'medium', 'mediumDark', 'dark'] as const;

/** The groups of Unicode in the order in which they are shown; its third holds only parts of emoji. */
export const GROUPS = [
  { id: 0, name: 'faces' },
  { id: 1, name: 'people' },
  { id: 3, name: 'animals' },
  { id: 4, name: 'food' },
  { id: 5, name: 'places' },
  { id: 6, name: 'activities' },
  { id: 7, name: 'objects' },
  { id: 8, name: 'symbols' },
  { id: 9, name: 'flags' },
] as const;

/** Emoji of a later version are tofu on many devices. */
const VERSION_MAX = 15.1;
const RGI_EMOJI = /^\p{RGI_Emoji}$/v;

/** Finds emoji by group, by words and by `:shortcodes:`. */
export class EmojiIndex {
  private readonly all: readonly Emoji[];
  private readonly shortcodes = new Map<string, Emoji>();
  private readonly byEmoji = new Map<string, Emoji>();

  /** @param tone of skin that emoji of people and hands have, where they have any: a place in `TONES` */
  constructor(all: readonly Emoji[], tone = 0) {
    const groups = new Set<number>(GROUPS.map(({ id }) => id));
    this.all = all
      .filter(({ group, version }) => groups.has(group) && version <= VERSION_MAX)
      .map((emoji) => ({ ...emoji, emoji: plainest(inTone(emoji, tone)) }));
    for (const emoji of all)
      for (const skin of [emoji, ...(emoji.skins ?? [])]) this.byEmoji.set(plainest(skin.emoji), emoji);
    for (const emoji of this.all) for (const shortcode of emoji.shortcodes) this.shortcodes.set(shortcode, emoji);
  }

  group(id: number): readonly Emoji[] {
    return this.all.filter(({ group }) => group === id);
  }

  /** By a shortcode without its colons. */
  byShortcode(shortcode: string): Emoji | undefined {
    return this.shortcodes.get(shortcode.toLowerCase());
  }

  /** What an emoji is called; itself where nobody knows. */
  nameOf(emoji: string): string {
    return this.byEmoji.get(plainest(emoji))?.annotation ?? emoji;
  }

  /** Those that some typed words mean: first by the beginning of a shortcode, then of a word in the name, then of another word for it. */
  search(words: string, limit: number): readonly Emoji[] {
    const query = words
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_');
    if (query === '') return [];
    const ranked = this.all.flatMap((emoji) => {
      const rank = rankOf(emoji, query);
      return rank === null ? [] : [{ emoji, rank }];
    });
    return ranked
      .sort((a, b) => a.rank - b.rank)
      .slice(0, limit)
      .map(({ emoji }) => emoji);
  }
}

/** An emoji in a skin tone, as far as there is such a one. */
function inTone({ emoji, skins = [] }: Emoji, tone: number): string {
  return skins.find((skin) => skin.tone === tone && skin.version <= VERSION_MAX)?.emoji ?? emoji;
}

/** The one way in which Unicode writes an emoji: the data put a variation selector behind each, also where it does nothing. */
function plainest(emoji: string): string {
  const bare = emoji.replaceAll('\u{FE0F}', '');
  return !RGI_EMOJI.test(emoji) && RGI_EMOJI.test(bare) ? bare : emoji;
}

/** How well an emoji fits, 0 best; null where it does not. */
function rankOf({ shortcodes, annotation, tags = [] }: Emoji, query: string): number | null {
  if (shortcodes.includes(query)) return 0;
  if (shortcodes.some((code) => code.startsWith(query))) return 1;
  const name = annotation.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '_');
  if (`_${name}`.includes(`_${query}`)) return 2;
  if (tags.some((tag) => tag.toLowerCase().startsWith(query))) return 3;
  return shortcodes.some((code) => code.includes(query)) ? 4 : null;
}
