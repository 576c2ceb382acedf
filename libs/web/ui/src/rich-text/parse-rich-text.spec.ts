import fc from 'fast-check';
import { isOnlyEmoji, parseRichText } from './parse-rich-text';
import type { Block, Inline } from './rich-text-node';

function inlinesOf(block: Block): readonly Inline[] {
  switch (block.kind) {
    case 'paragraph':
      return block.children;
    case 'quote':
      return block.children.flatMap(inlinesOf);
    case 'list':
      return block.items.flat().flatMap(inlinesOf);
    case 'code':
    case 'rule':
      return [];
  }
}

const flatten = (nodes: readonly Inline[]): Inline[] =>
  nodes.flatMap((node) => ('children' in node ? [node, ...flatten(node.children)] : [node]));
const all = (text: string): Inline[] => flatten(parseRichText(text).flatMap(inlinesOf));
const links = (text: string): string[] => all(text).flatMap((node) => (node.kind === 'link' ? [node.href] : []));
const words = (text: string): string =>
  all(text)
    .map((node) => ('text' in node ? node.text : node.kind === 'break' ? '\n' : ''))
    .join('');

describe('parseRichText', () => {
  it('reads emphasis, code, line breaks and lists', () => {
    expect(parseRichText('a *b* **c** ~~d~~ `e`\nf')).toEqual([
      {
        kind: 'paragraph',
        children: [
          { kind: 'text', text: 'a ' },
          { kind: 'em', children: [{ kind: 'text', text: 'b' }] },
          { kind: 'text', text: ' ' },
          { kind: 'strong', children: [{ kind: 'text', text: 'c' }] },
          { kind: 'text', text: ' ' },
          { kind: 'del', children: [{ kind: 'text', text: 'd' }] },
          { kind: 'text', text: ' ' },
          { kind: 'code', text: 'e' },
          { kind: 'break' },
          { kind: 'text', text: 'f' },
        ],
      },
    ]);
    expect(parseRichText('3. x\n4. y')).toMatchObject([{ kind: 'list', start: 3, items: [[{}], [{}]] }]);
    expect(parseRichText('```ts\nlet a;\n```')).toEqual([{ kind: 'code', text: 'let a;', language: 'ts' }]);
    expect(parseRichText('> quoted')).toMatchObject([{ kind: 'quote', children: [{ kind: 'paragraph' }] }]);
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'a <b>bold</b> <!-- hidden --> word',
    '<svg><animate onbegin=alert(1)>',
    '&lt;b&gt; &amp; co',
    '# not a title',
    '    four spaces',
    'title?\n======',
    '[note]: it must not vanish',
    '| a | b |\n|---|---|\n| 1 | 2 |',
  ])('shows %j as it was typed', (text) => {
    expect(words(text).replaceAll('\n', '').trim()).toBe(text.replaceAll('\n', '').trim());
    expect(links(text)).toEqual([]);
  });

  it.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java\tscript:alert(1))',
    '[x](<java\nscript:alert(1)>)',
    '[x](&#106;avascript:alert(1))',
    '[x](javascript&colon;alert(1))',
    '[x](data:text/html,<script>1</script>)',
    '[x](vbscript:msgbox)',
    '[x](file:///etc/passwd)',
    '[x](/relative)',
    '[x](//other.example)',
    '[x](https://bank.example@evil.example)',
    '![x](javascript:alert(1))',
    '<javascript:alert(1)>',
  ])('S34: makes no link of %j', (text) => {
    expect(links(text)).toEqual([]);
  });

  it('makes links of addresses and of named links', () => {
    expect(links('see https://parley.example/a_b?c=d#e. And www.parley.example, me@parley.example')).toEqual([
      'https://parley.example/a_b?c=d#e',
      'http://www.parley.example/',
      'mailto:me@parley.example',
    ]);
    expect(links('[the page](https://parley.example/x) ![a picture](https://parley.example/p.png)')).toEqual([
      'https://parley.example/x',
      'https://parley.example/p.png',
    ]);
  });

  it('shows where a link leads whose words name another place', () => {
    expect(words('[https://bank.example](https://evil.example/)')).toBe('https://evil.example/');
    expect(words('[https://bank.example/login](https://bank.example/help)')).toBe('https://bank.example/login');
  });

  it('ticks the boxes of a task list in words', () => {
    expect(words('- [x] done\n- [ ] open')).toMatch(/☑.*done.*☐.*open/s);
  });

  it.each([
    ['quotes in quotes', '> '.repeat(4_000)],
    ['lists in lists', '1. '.repeat(2_600)],
    ['emphasis that never ends', 'a*_'.repeat(2_600)],
    ['open brackets', '['.repeat(8_000)],
    ['half links', '[a]('.repeat(2_000)],
    ['backticks', Array.from({ length: 125 }, (_, index) => '`'.repeat(index)).join('a')],
    ['an endless word', `${'a'.repeat(4_000)}@${'a'.repeat(3_999)}`],
    ['an endless address', `http://a${'.'.repeat(7_900)}`],
    ['tildes', '~~a'.repeat(2_600)],
  ])('S28: ends quickly with %s', (_, text) => {
    const started = performance.now();
    expect(parseRichText(text).length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('S34: never throws, and links nowhere but to the web and to mail', () => {
    const piece = fc.constantFrom(
      '*',
      '_',
      '`',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '\n',
      '- ',
      '1. ',
      'http://',
      'javascript:',
      'a',
      ' ',
      '&',
      '\\',
      '😀',
      '~~',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 120 }), (pieces) => {
        for (const href of links(pieces.join(''))) expect(href).toMatch(/^(https?|mailto):/);
      }),
    );
  });
});

describe('isOnlyEmoji', () => {
  it.each(['👍', '👩🏽‍🎨 🎉', '🇪🇸🇬🇧', '❤️'])('is so for %s', (text) => expect(isOnlyEmoji(text)).toBe(true));
  it.each(['', '1', 'ok 👍', '👍👍👍👍', '#'])('is not so for %j', (text) => expect(isOnlyEmoji(text)).toBe(false));
});
