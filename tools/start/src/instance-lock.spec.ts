import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identify } from '@parley/server-embedded';
import { lockInstance } from './instance-lock';

const directory = mkdtempSync(join(tmpdir(), 'parley-lock-'));
const path = join(directory, 'state', 'launcher.lock');
const url = 'http://localhost:8080';

describe('lockInstance', () => {
  afterEach(() => rmSync(path, { force: true }));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it('lets a second one in only after the first', () => {
    const release = lockInstance(path, url);
    expect(() => lockInstance(path, url)).toThrow(
      `Parley runs already: open ${url}, or stop it first with Ctrl-C where it was started or "kill ${process.pid}".`,
    );
    release();
    expect(existsSync(path)).toBe(false);
    lockInstance(path, url)();
    expect(readdirSync(join(directory, 'state'))).toEqual([]);
  });

  it('takes over from one that was killed', async () => {
    const child = spawn('sleep', ['60']);
    await once(child, 'spawn');
    const owner = { ...identify(child.pid ?? 0), url };
    writeFileSync(path, JSON.stringify(owner));
    expect(() => lockInstance(path, url)).toThrow('Parley runs already');
    child.kill('SIGKILL');
    await once(child, 'exit');
    lockInstance(path, url)();
  });

  it.each(['', '{', 'null', '{"pid":1}', JSON.stringify({ pid: process.pid, born: 'another-boot:1', url })])(
    'takes over a damaged or stale lock: %s',
    (content) => {
      writeFileSync(path, content);
      lockInstance(path, url)();
    },
  );

  it('does not release what has passed on to another', () => {
    const release = lockInstance(path, url);
    writeFileSync(path, JSON.stringify({ pid: 1, born: 'x', url }));
    release();
    expect(existsSync(path)).toBe(true);
  });
});
