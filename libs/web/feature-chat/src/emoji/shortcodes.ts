import type { EmojiIndex } from './emoji-index';

/** A shortcode that is being typed: where its colon is, and what follows it. */
export interface OpenShortcode {
  readonly start: number;
  readonly query: string;
}

/** At least so much of a shortcode before anything is offered. */
const QUERY_MIN = 2;
/** A colon begins a shortcode only where no word or number goes before it: not in `10:30` or `https://`. */
const OPEN = /(?<![\p{L}\p{N}:/])(?<code>:[a-z0-9_+-]{1,40})$/iu;
const CLOSED = /(?<![\p{L}\p{N}:/]):(?<code>[a-z0-9_+-]{1,40}):/giu;
/** Code is left as it is typed, also while its end is still to come. */
const CODE = /```[\s\S]*?(?:```|$)|`[^`\n]*(?:`|(?=\n)|$)/g;

/** The shortcode that is being typed before the cursor; null where there is none. */
export function openShortcode(text: string, cursor: number): OpenShortcode | null {
  const before = text.slice(Math.max(0, cursor - 64), cursor);
  const code = OPEN.exec(before)?.groups?.['code'];
  if (code === undefined || code.length <= QUERY_MIN || isInCode(text, cursor)) return null;
  return { start: cursor - code.length, query: code.slice(1) };
}

/** The text with every whole `:shortcode:` that there is made an emoji, but for those in code. */
export function withEmoji(text: string, index: EmojiIndex): string {
  if (!text.includes(':')) return text;
  let [done, from] = ['', 0];
  for (const code of text.matchAll(CODE)) {
    done += replaced(text.slice(from, code.index), index) + code[0];
    from = code.index + code[0].length;
  }
  return done + replaced(text.slice(from), index);
}

function replaced(text: string, index: EmojiIndex): string {
  return text.replaceAll(CLOSED, (typed, code: string) => index.byShortcode(code)?.emoji ?? typed);
}

function isInCode(text: string, cursor: number): boolean {
  return [...text.matchAll(CODE)].some(({ index, 0: code }) => index < cursor && cursor <= index + code.length);
}
