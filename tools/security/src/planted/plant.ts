/** A guard of the product taken away by an edit, and the test that must fail then. Paths are from the root of the workspace. */
export interface Plant {
  /** What the guard keeps, in a few words. */
  readonly guard: string;
  /** The source that it stands in. */
  readonly file: string;
  /** Text that stands in that file exactly once, and what stands there instead. */
  readonly edits: readonly (readonly [find: string, replace: string])[];
  /** The spec that proves the guard, and the title of its test, as it is written there. */
  readonly spec: string;
  readonly test: string;
}

/** The text without its guard. @throws Error where an edit does not fit: the text it looks for is not there, or is there more than once */
export function withoutGuard(text: string, { guard, file, edits }: Pick<Plant, 'guard' | 'file' | 'edits'>): string {
  let planted = text;
  for (const [find, replace] of edits) {
    const [before, after, ...more] = planted.split(find);
    if (before === undefined || after === undefined || more.length > 0) {
      const times = planted.split(find).length - 1;
      throw new Error(`${guard}: what is to be replaced in ${file} is there ${times} times: ${find}`);
    }
    planted = before + replace + after;
  }
  return planted;
}

/** A pattern for the names of the tests with a title, whatever stands for the places that a table of cases fills. */
export function patternOf(title: string): string {
  return title
    .split(/%[sijdp]|\$\w+/)
    .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`))
    .join('.*');
}
