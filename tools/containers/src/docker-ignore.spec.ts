import { isSent } from './docker-ignore';

describe('what .dockerignore leaves out', () => {
  it.each([
    ['a.txt', [], true],
    ['a.txt', ['*'], false],
    ['.env', ['*'], false],
    ['docs/a.md', ['*'], false],
    ['docs/a.md', ['*', '!docs'], true],
    ['docs/deep/a.md', ['*', '!docs', '**/*.md'], false],
    ['a.md', ['**/*.md'], false],
    ['a.mdx', ['**/*.md'], true],
    ['apps/web-e2e/x.ts', ['apps/*-e2e'], false],
    ['apps/deep/web-e2e/x.ts', ['apps/*-e2e'], true],
    ['axb', ['a.b'], true],
    ['libs/x/node_modules/y.js', ['**/node_modules'], false],
  ])('%s under %j', (path, lines, sent) => {
    expect(isSent(path, lines)).toBe(sent);
  });
});
