import { en } from '@parley/web-ui/testing';

declare const __dirname: string;
const { globSync, readFileSync } = jest.requireActual<{
  globSync(pattern: string, options: { cwd: string }): string[];
  readFileSync(path: string, encoding: 'utf8'): string;
}>('node:fs');

type Words = { [key: string]: string | Words };

const keysOf = (words: Words, start = ''): string[] =>
  Object.entries(words).flatMap(([name, value]) =>
    typeof value === 'string' ? [start + name] : keysOf(value, `${start}${name}.`),
  );

const root = `${__dirname}/../../../..`;
const sources = globSync('{apps/web/src,libs/web}/**/*.{ts,html}', { cwd: root })
  .filter((path) => !/\.(spec|fixture)\.ts$|node_modules/.test(path))
  .map((path) => readFileSync(`${root}/${path}`, 'utf8'))
  .join('\n');

const keys = keysOf(en);
const groups = Object.keys(en).join('|');
/** Keys written out, such as `'room.new'`; and beginnings that something is put after, such as `'level.' + …` or `` `problem.${…}` ``. */
const used = new Set(
  [...sources.matchAll(new RegExp(`['\`]((?:${groups})(?:\\.\\w+)+)['\`]`, 'g'))].map(([, key]) => key ?? ''),
);
const beginnings = [...sources.matchAll(new RegExp(`['\`]((?:${groups})(?:\\.\\w+)*\\.)(?:'|\\$\\{)`, 'g'))].map(
  ([, start]) => start ?? '',
);

describe('the words of the interface', () => {
  it('are there for every key in use', () => {
    expect([...used].filter((key) => !keys.includes(key))).toEqual([]);
  });

  it('are all in use', () => {
    const isUsed = (key: string): boolean => used.has(key) || beginnings.some((start) => key.startsWith(start));
    expect(keys.filter((key) => !isUsed(key))).toEqual([]);
  });

  it('shout at nobody', () => {
    expect(keysOf(en).length).toBeGreaterThan(200);
    expect(JSON.stringify(en)).not.toMatch(/!|please|oops/i);
  });
});
