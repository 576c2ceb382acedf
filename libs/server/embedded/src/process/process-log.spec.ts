import { appendFileSync, closeSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProcessLog } from './process-log';

describe('ProcessLog', () => {
  const directory = mkdtempSync(join(tmpdir(), 'parley-log-'));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it('shows only the lines of the present run', () => {
    const log = new ProcessLog(join(directory, 'runs', 'a.log'));
    appendFileSync(log.path, 'of an earlier run\n');
    const descriptor = log.open();
    writeSync(descriptor, 'one\n\ntwo\nthree\n');
    closeSync(descriptor);
    expect(log.tail(10)).toEqual(['one', 'two', 'three']);
    expect(log.tail(2)).toEqual(['two', 'three']);
  });

  it('has no lines before anything was written', () => {
    expect(new ProcessLog(join(directory, 'none.log')).tail(5)).toEqual([]);
  });

  it('keeps its size bounded while a writer goes on', () => {
    const log = new ProcessLog(join(directory, 'b.log'));
    const descriptor = log.open();
    writeSync(descriptor, 'x'.repeat(2_000));
    log.keepWithinLimit(1_000);
    expect(statSync(log.path).size).toBe(0);
    expect(readFileSync(`${log.path}.1`, 'utf8')).toHaveLength(2_000);
    writeSync(descriptor, 'after the cut\n');
    closeSync(descriptor);
    expect(readFileSync(log.path, 'utf8')).toBe('after the cut\n');
    expect(log.tail(1)).toEqual(['after the cut']);
  });

  it('leaves a small file alone', () => {
    const log = new ProcessLog(join(directory, 'c.log'));
    closeSync(log.open());
    log.keepWithinLimit(1_000);
    expect(existsSync(`${log.path}.1`)).toBe(false);
  });
});
