import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProofs, proofsIn } from './find-proofs';
import { items } from './items';
import { withTables } from './table';

const root = join(import.meta.dirname, '../../..');
const proofs = findProofs(root);

it('the numbers of the attacks are 1, 2, 3 …', () => {
  expect(items.map(({ number }) => number)).toEqual(items.map((_, index) => index + 1));
});

it('every attack has a test that names it, or says why it has none', () => {
  const proven = new Set(proofs.flatMap(({ numbers }) => numbers));
  const open = items.filter(({ number, reason }) => !proven.has(number) && reason === undefined);
  expect(open.map(({ number, attack }) => `S${number}: ${attack}`)).toEqual([]);
});

it('no attack that a test names says that it has none', () => {
  const proven = new Set(proofs.flatMap(({ numbers }) => numbers));
  expect(items.filter(({ number, reason }) => proven.has(number) && reason !== undefined)).toEqual([]);
});

it('no test names an attack that there is not', () => {
  const known = new Set(items.map(({ number }) => number));
  expect(proofs.filter(({ numbers }) => numbers.some((number) => !known.has(number)))).toEqual([]);
});

it('the tables of docs/security.md are those that `npm run security:table` makes', () => {
  const page = readFileSync(join(root, 'docs/security.md'), 'utf8');
  // How far cells are filled up is for the formatter to say.
  const plain = (text: string): string => text.replaceAll(/[\s-]+/g, '');
  expect(plain(page)).toBe(plain(withTables(page, proofs)));
});

describe('a title', () => {
  // Put together here, so that none of them counts as one of this file's own.
  const titled = (numbers: string, text: string): string => `${numbers}: ${text}`;

  it('counts with one number or several, in any quotes and on a line of its own', () => {
    const text = [
      `it('${titled('S1', 'one')}', x);`,
      `it.each(rows)(\n  "${titled('S2, S30', "it's two")}",\n  x);`,
      `test(\`${titled('S3', 'three')}\`, x)`,
    ].join('\n');
    expect(proofsIn(text, 'a.spec.ts')).toEqual([
      { numbers: [1], title: 'one', file: 'a.spec.ts' },
      { numbers: [2, 30], title: "it's two", file: 'a.spec.ts' },
      { numbers: [3], title: 'three', file: 'a.spec.ts' },
    ]);
  });

  it('does not count without a number at its beginning', () => {
    const text = `it('what ${titled('S1', 'says')}', x); const s = '${titled('S1', 'no title')}';`;
    expect(proofsIn(text, 'a.spec.ts')).toEqual([]);
  });
});
