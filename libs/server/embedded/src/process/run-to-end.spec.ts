import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { End } from './supervised-process';
import { ProcessLog } from './process-log';
import { RunRecord } from './run-record';
import { runToEnd } from './run-to-end';

const directory = mkdtempSync(join(tmpdir(), 'parley-run-'));
const record = new RunRecord(join(directory, 'run.json'));

async function run(script: string, options: { deadlineMs?: number; signal?: AbortSignal } = {}): Promise<End> {
  const { deadlineMs = 20_000, signal = new AbortController().signal } = options;
  const output = new ProcessLog(join(directory, 'out.log'));
  const plan = { name: 'task', command: process.execPath, args: ['-e', script], env: {}, cwd: directory, output };
  return runToEnd(plan, { log: () => undefined, record }, { deadlineMs, signal });
}

describe('runToEnd', () => {
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it('tells how a program ended', async () => {
    expect(await run('')).toEqual({ reason: 'exit code 0', code: 0 });
    expect(await run('process.exit(7)')).toEqual({ reason: 'exit code 7', code: 7 });
    expect(await run(`process.kill(process.pid, 'SIGKILL')`)).toEqual({ reason: 'SIGKILL', code: null });
  });

  it('ends it at the deadline', async () => {
    await expect(run('setInterval(() => {}, 1000)', { deadlineMs: 100 })).rejects.toThrow(
      'task took longer than 0.1 s.',
    );
    expect(await record.clearOrphans()).toEqual([]);
  });

  it('ends it when told to', async () => {
    const abort = new AbortController();
    setTimeout(() => abort.abort(new Error('Ctrl-C')), 100);
    await expect(run('setInterval(() => {}, 1000)', { signal: abort.signal })).rejects.toThrow('Ctrl-C');
    expect(await record.clearOrphans()).toEqual([]);
  });
});
