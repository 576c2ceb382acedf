import { Lexer, Tokenizer, type MarkedToken, type Token } from 'marked';
import type { Block, Inline } from './rich-text-node';
import { isMisleading, safeHref } from './safe-link';

/**
 * What surprises in a chat is off: a line of four spaces is no code, a row of dashes makes no title of the line above it, `[a]: b` does not
 * vanish, and HTML is what was typed.
 */
class ChatTokenizer extends Tokenizer {
  override code(): undefined {}
  override heading(): undefined {}
  override lheading(): undefined {}
  override def(): undefined {}
  override table(): undefined {}
  override html(): undefined {}
  override tag(): undefined {}
  override reflink(): undefined {}
}

/** The same without emphasis, whose rules take time by the square of the marks in one paragraph. */
class PlainTokenizer extends ChatTokenizer {
  override emStrong(): undefined {}
  override del(): undefined {}
}

/** More marks of emphasis than a person writes in one message. */
const MARKS_MAX = 400;
/** Quotes and lists inside each other, deeper than a person writes. Deeper ones are shown as typed. */
const TOO_DEEP = /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])){9}/m;
/** One word that is longer than any address worth a link; looking for one in it takes time by the square of it. */
const TOO_LONG_A_WORD = /\S{2500}/;

/** Made once: the build writes it as a call, and making it takes several milliseconds. */
const ONLY_EMOJI = /^(?:\p{RGI_Emoji}\s*){1,3}$/v;

/** Reads a message's text. Whatever is written, it ends quickly and shows every word of it. */
export function parseRichText(text: string): readonly Block[] {
  if (TOO_DEEP.test(text) || TOO_LONG_A_WORD.test(text)) return [paragraph([{ kind: 'text', text }])];
  const marks = text.match(/[*_~]/g)?.length ?? 0;
  const tokenizer = marks > MARKS_MAX ? new PlainTokenizer() : new ChatTokenizer();
  return blocks(new Lexer({ gfm: true, breaks: true, tokenizer }).lex(text));
}

/** Whether a message is nothing but a few emoji, which are then shown large. */
export function isOnlyEmoji(text: string): boolean {
  return text.length <= 64 && ONLY_EMOJI.test(text.trim());
}

const paragraph = (children: readonly Inline[]): Block => ({ kind: 'paragraph', children });

// Our tokenizers make no tokens but marked's own.
const known = (tokens: readonly Token[]): readonly MarkedToken[] => tokens as readonly MarkedToken[];

function blocks(tokens: readonly Token[]): Block[] {
  return known(tokens).flatMap((token): Block[] => {
    switch (token.type) {
      case 'space':
        return [];
      case 'paragraph':
        return [paragraph(inlines(token.tokens))];
      case 'text':
        return [paragraph(token.tokens ? inlines(token.tokens) : [{ kind: 'text', text: token.text }])];
      case 'code':
        return [{ kind: 'code', text: token.text, language: languageOf(token.lang) }];
      case 'blockquote':
        return [{ kind: 'quote', children: blocks(token.tokens) }];
      case 'hr':
        return [{ kind: 'rule' }];
      case 'list':
        return [
          {
            kind: 'list',
            start: token.ordered && token.start !== '' ? token.start : null,
            items: token.items.map((item) => blocks(item.tokens)),
          },
        ];
      case 'checkbox':
        return [paragraph([{ kind: 'text', text: token.checked ? '☑ ' : '☐ ' }])];
      default:
        return [paragraph([{ kind: 'text', text: token.raw }])];
    }
  });
}

function inlines(tokens: readonly Token[]): Inline[] {
  return known(tokens).map((token): Inline => {
    switch (token.type) {
      case 'text':
        return { kind: 'text', text: token.text };
      case 'escape':
        return { kind: 'text', text: token.text };
      case 'br':
        return { kind: 'break' };
      case 'codespan':
        return { kind: 'code', text: token.text };
      case 'strong':
      case 'em':
      case 'del':
        return { kind: token.type, children: inlines(token.tokens) };
      case 'checkbox':
        return { kind: 'text', text: token.checked ? '☑ ' : '☐ ' };
      case 'link':
      case 'image':
        return link(token.href, token.text, token.type === 'link' ? inlines(token.tokens) : [], token.raw);
      default:
        return { kind: 'text', text: token.raw };
    }
  });
}

/** A link that may be followed; one that may not is shown as it was typed. */
function link(target: string, words: string, children: readonly Inline[], raw: string): Inline {
  const href = safeHref(target);
  if (href === null) return { kind: 'text', text: raw };
  const shown = words.trim() === '' || isMisleading(words, href) ? href : words;
  return { kind: 'link', href, children: shown === words && children.length > 0 ? children : [text(shown)] };
}

const text = (value: string): Inline => ({ kind: 'text', text: value });

function languageOf(info: string | undefined): string | null {
  const [name] = /^[\w+#.-]{1,24}/.exec(info?.trim() ?? '') ?? [];
  return name?.toLowerCase() ?? null;
}
