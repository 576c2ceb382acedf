import * as z from 'zod';

/** No emoji that anybody can pick is longer, in UTF-16 code units; what is longer is not even looked at. */
const MAX_LENGTH = 40;
/** What Unicode recommends for interchange: one picture, of however many code points. */
const RGI_EMOJI = /^\p{RGI_Emoji}$/v;
/** A character that is text until the variation selector behind it makes it a picture. */
const TEXT_BY_DEFAULT = /(?!\p{Emoji_Presentation})(\p{Emoji})(?![\u{FE0F}\p{Emoji_Modifier}])/gv;

/**
 * The one way of writing an emoji, or null where the text is anything else than exactly one. Keyboards leave variation selectors out
 * (`❤` for `❤️`): without this one heart would be two reactions.
 */
export function canonicalEmoji(text: string): string | null {
  if (text.length > MAX_LENGTH) return null;
  if (RGI_EMOJI.test(text)) return text;
  const qualified = text.replaceAll(TEXT_BY_DEFAULT, '$1\u{FE0F}');
  return RGI_EMOJI.test(qualified) ? qualified : null;
}

/** Exactly one emoji, answered in its canonical form. */
export const EmojiSchema = z.string().transform((text, context) => {
  const emoji = canonicalEmoji(text);
  if (emoji !== null) return emoji;
  context.addIssue({ code: 'custom', message: 'must be one emoji' });
  return z.NEVER;
});
