import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identify, type ProcessIdentity } from './process-identity';
import { RunRecord } from './run-record';

const directory = mkdtempSync(join(tmpdir(), 'parley-record-'));
const children: ChildProcess[] = [];
let files = 0;

function aPath(): string {
  files += 1;
  return join(directory, `run-${files}.json`);
}

async function aRunningProcess(): Promise<{ child: ChildProcess; identity: ProcessIdentity }> {
  const child = spawn('sleep', ['300'], { detached: true, stdio: 'ignore' });
  children.push(child);
  await once(child, 'spawn');
  const identity = identify(child.pid ?? 0);
  if (identity === null) throw new Error('it should run');
  return { child, identity };
}

describe('RunRecord', () => {
  afterAll(() => {
    for (const child of children) child.kill('SIGKILL');
    rmSync(directory, { recursive: true, force: true });
  });

  it('ends what an earlier run left, and only that', async () => {
    const path = aPath();
    const [orphan, stranger] = [await aRunningProcess(), await aRunningProcess()];
    const earlier = new RunRecord(path);
    earlier.add({ name: 'users', ...orphan.identity });
    // The pid of the second belongs to somebody who was born at another time.
    earlier.add({ name: 'messages', pid: stranger.identity.pid, born: 'long-ago:1' });

    const ended = once(orphan.child, 'exit');
    const cleared = await new RunRecord(path).clearOrphans();

    expect(cleared.map(({ name }) => name)).toEqual(['users']);
    await ended;
    expect(identify(stranger.identity.pid)).toEqual(stranger.identity);
    expect(await new RunRecord(path).clearOrphans()).toEqual([]);
  });

  it('strikes out what has ended', async () => {
    const path = aPath();
    const { identity } = await aRunningProcess();
    const record = new RunRecord(path);
    record.add({ name: 'users', ...identity });
    record.remove(identity);
    expect(await new RunRecord(path).clearOrphans()).toEqual([]);
    expect(identify(identity.pid)).toEqual(identity);
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"processes":7}',
    '{"processes":[{"name":"x","pid":-1,"born":"y"},null,{"pid":"1"}]}',
  ])('starts empty from a damaged file: %s', async (content) => {
    const path = aPath();
    writeFileSync(path, content);
    expect(await new RunRecord(path).clearOrphans()).toEqual([]);
  });

  it('is readable by its owner only', () => {
    const path = aPath();
    new RunRecord(path).remove({ pid: 2, born: 'x' });
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});
