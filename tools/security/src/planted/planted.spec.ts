import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BEGIN, END, seenOn, tableOn, withPlanted } from './page';
import { patternOf, withoutGuard } from './plant';
import { plants } from './plants';

const root = join(import.meta.dirname, '../../../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

it('takes away as many guards as promised, each once', () => {
  expect(plants.length).toBeGreaterThanOrEqual(15);
  expect(new Set(plants.map(({ guard }) => guard)).size).toBe(plants.length);
});

it.each(plants)('$guard: still stands where it is taken away, and is another text without it', (plant) => {
  const sound = read(plant.file);
  expect(withoutGuard(sound, plant)).not.toBe(sound);
});

it.each(plants)('$guard: its test is still there', ({ spec, test }) => {
  // A title stands in quotes, whose own kind it may have to escape.
  const [, ...found] = read(spec)
    .replaceAll(/\\(['"`])/g, '$1')
    .split(test);
  expect(found).toHaveLength(1);
});

it('docs/security.md tells of each that a test has caught it', () => {
  const page = read('docs/security.md');
  const seen = seenOn(page);
  // How far cells are filled up is for the formatter to say.
  const plain = (text: string): string => text.replaceAll(/[\s-]+/g, '');
  expect(plants.map(({ guard }) => guard).filter((guard) => seen.get(guard) !== 'caught')).toEqual([]);
  expect(plain(tableOn(withPlanted(page, plants, () => 'caught')))).toBe(plain(tableOn(page)));
});

it('the table is made anew in its place, first and again, and read back', () => {
  const [first] = plants;
  const page = `a\n\n${BEGIN}\n\n${END}\n\nb`;
  const made = withPlanted(page, first ? [first] : [], () => 'caught');
  expect(made.startsWith(`a\n\n${BEGIN}\n\n| Guard`) && made.endsWith(`|\n\n${END}\n\nb`)).toBe(true);
  expect(seenOn(made).get(first?.guard ?? '')).toBe('caught');
  expect(withPlanted(made, first ? [first] : [], () => 'caught')).toBe(made);
});

describe('an edit', () => {
  const plant = { guard: 'g', file: 'f', edits: [['b', '']] } as const;

  it('is refused where its text is not there, or there twice', () => {
    expect(withoutGuard('abc', plant)).toBe('ac');
    expect(() => withoutGuard('ac', plant)).toThrow('0 times');
    expect(() => withoutGuard('abcb', plant)).toThrow('2 times');
  });
});

it('a title is found with whatever its table fills in', () => {
  expect(new RegExp(patternOf('X1: %s (a|b) of $name')).test('x X1: this (a|b) of that')).toBe(true);
  expect(new RegExp(patternOf('X1: %s.')).test('X1: this!')).toBe(false);
});
