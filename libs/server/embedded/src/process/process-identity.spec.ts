import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { commandLineOf, identify, isAlive } from './process-identity';

describe('process identity', () => {
  it('names this process the same way twice', () => {
    const first = identify(process.pid);
    expect(first).not.toBeNull();
    expect(identify(process.pid)).toEqual(first);
  });

  it('is no longer alive once the process has ended', async () => {
    const child = spawn('sleep', ['60']);
    await once(child, 'spawn');
    const identity = identify(child.pid ?? 0);
    if (identity === null) throw new Error('a running process has an identity');
    expect(isAlive(identity)).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isAlive(identity)).toBe(false);
  });

  it('tells a reused pid from its first owner', () => {
    expect(isAlive({ pid: process.pid, born: 'another-boot:1' })).toBe(false);
  });

  it.each([0, -1, 1.5, Number.NaN])('has none for %p', (pid) => {
    expect(identify(pid)).toBeNull();
  });

  it('reads a command line', async () => {
    const child = spawn('sleep', ['61']);
    await once(child, 'spawn');
    expect(commandLineOf(child.pid ?? 0)).toBe('sleep 61');
    child.kill('SIGKILL');
    await once(child, 'exit');
  });
});
