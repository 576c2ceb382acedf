import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A test that shows the answer to an attack. */
export interface Proof {
  readonly numbers: readonly number[];
  /** Its title, without the numbers; a dollar or percent sign stands for the row of a table of cases. */
  readonly title: string;
  /** Its file, from the root of the workspace. */
  readonly file: string;
}

const PLACES = ['apps', 'libs', 'tools'];
const SPEC = /\.(spec|int-spec|e2e-spec)\.ts$/;
const PASSED_OVER = new Set(['node_modules', 'dist', 'test-results']);

/** The first argument of a call, where it is a text that begins with numbers: `it('S1, S2: …'`. */
const TITLE = /\(\s*(['"`])(S\d+(?:, S\d+)*): ((?:\\.|(?!\1)[^\\])*)\1/g;

/** The proofs in the text of one file. */
export function proofsIn(text: string, file: string): Proof[] {
  return [...text.matchAll(TITLE)].map(([, , numbers = '', title = '']) => ({
    numbers: numbers.split(', ').map((each) => Number(each.slice(1))),
    title: title.replaceAll(/\\(.)/g, '$1'),
    file,
  }));
}

/** Every proof of a workspace, by file and place in it. @param root its directory */
export function findProofs(root: string): Proof[] {
  const files = PLACES.flatMap((place) => [...specsIn(join(root, place))]).sort();
  return files.flatMap((file) => proofsIn(readFileSync(file, 'utf8'), relative(root, file)));
}

function* specsIn(directory: string): Generator<string> {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory() && !PASSED_OVER.has(entry.name)) yield* specsIn(path);
    else if (SPEC.test(entry.name)) yield path;
  }
}
