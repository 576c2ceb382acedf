import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from './find-program';

describe('findProgram', () => {
  const directory = mkdtempSync(join(tmpdir(), 'parley-path-'));
  const [first, second] = [join(directory, 'first'), join(directory, 'second')];

  beforeAll(() => {
    for (const path of [first, second]) mkdirSync(path);
    writeFileSync(join(first, 'parley-probe'), '');
    writeFileSync(join(second, 'parley-probe'), '');
    chmodSync(join(second, 'parley-probe'), 0o755);
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it('passes over what can not be run', () => {
    // Root may execute nothing without an executable bit either.
    expect(findProgram(['parley-probe'], `${first}:${second}`)).toBe(join(second, 'parley-probe'));
  });

  it('tries the names in order', () => {
    expect(findProgram(['parley-absent', 'parley-probe'], second)).toBe(join(second, 'parley-probe'));
  });

  it('answers nothing when there is none', () => {
    expect(findProgram(['parley-absent'], second)).toBeUndefined();
  });

  it('looks where system packages put servers, too', () => {
    expect(findProgram(['env'], '')).toMatch(/\/env$/);
  });
});
