declare const __dirname: string;
const { readdirSync, readFileSync } = jest.requireActual<{
  readFileSync(path: string, encoding: 'utf8'): string;
  readdirSync(path: string, options: { recursive: true; encoding: 'utf8' }): string[];
}>('node:fs');

const web = `${__dirname}/../../..`;
const tokens = readFileSync(`${__dirname}/tokens.css`, 'utf8');
const base = readFileSync(`${__dirname}/base.css`, 'utf8');

/** What is declared in the block that begins with this, by name. */
function block(css: string, opening: string): ReadonlyMap<string, string> {
  const from = css.indexOf(`${opening} {`);
  if (from < 0) throw new Error(`There is no ${opening}.`);
  const text = css.slice(from + opening.length + 2, css.indexOf('}', from));
  return new Map([...text.matchAll(/^ *([\w-]+): (.+);$/gm)].map(([, name = '', value = '']) => [name, value]));
}

const REDUCED = '@media (prefers-reduced-motion: reduce) {\n';
const durations = [...block(tokens, ':root')].filter(([, value]) => /^\d+ms$/.test(value)).map(([name]) => name);

describe('motion, for whoever wants none', () => {
  it.each([
    ['the system', `${REDUCED}  :root`],
    ['Parley', `:root[data-motion='less']`],
  ])('takes no time by any token where %s was told so', (_, opening) => {
    expect(durations).toEqual(['--quick', '--calm']);
    const set = block(tokens, opening);
    for (const name of durations) expect([name, set.get(name)]).toEqual([name, '0ms']);
  });

  it.each([
    ['the system', `${REDUCED}  *,\n  *::before,\n  *::after`],
    ['Parley', `:root[data-motion='less'] :is(*, *::before, *::after)`],
  ])('is over at once, and comes once, where %s was told so, whatever a component says', (_, opening) => {
    expect(Object.fromEntries(block(base, opening))).toEqual({
      'animation-duration': '0.01ms !important',
      'animation-iteration-count': '1 !important',
      'transition-property': 'opacity !important',
      'transition-duration': '0.01ms !important',
      'scroll-behavior': 'auto !important',
    });
  });

  it('is never made by a script, nor held to in a component, where no style could take it away', () => {
    const sources = [web, `${web}/../../apps/web/src`].flatMap((root) =>
      readdirSync(root, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(ts|css|html)$/.test(name) && !/\.spec\.ts$|node_modules/.test(name))
        .map((name) => ({ name, text: readFileSync(`${root}/${name}`, 'utf8') })),
    );
    expect(sources.length).toBeGreaterThan(200);
    const escapes = /behavior: 'smooth'|scroll-behavior: smooth|\.animate\(|requestAnimationFrame\(/;
    const held = /(?:animation|transition)[\w-]*:[^;]*!important/;
    const found = sources.filter(
      ({ name, text }) => escapes.test(text) || (held.test(text) && name !== 'ui/src/styles/base.css'),
    );
    expect(found.map(({ name }) => name)).toEqual([]);
  });
});
