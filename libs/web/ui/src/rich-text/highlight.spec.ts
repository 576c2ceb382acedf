import { highlight } from './highlight';

describe('highlight', () => {
  it('tells what each piece of the code is, and loses none of it', async () => {
    const code = 'const a: string = `x ${1}`; // <b>';
    const spans = (await highlight(code, 'ts')) ?? [];
    expect(spans.map((span) => span.text).join('')).toBe(code);
    expect(spans).toContainEqual({ text: 'const', scope: 'keyword' });
    expect(spans).toContainEqual({ text: '// <b>', scope: 'comment' });
  });

  it('keeps the code of a language within another', async () => {
    const code = '<style>p { color: red }</style>';
    const spans = (await highlight(code, 'html')) ?? [];
    expect(spans.map((span) => span.text).join('')).toBe(code);
  });

  it('leaves an unknown language and very long code as they are', async () => {
    expect(await highlight('x', 'klingon')).toBeNull();
    expect(await highlight('x'.repeat(9_000), 'js')).toBeNull();
    expect(await highlight('x', 'constructor')).toBeNull();
  });
});
