import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';

const workspaceRoot = resolve(import.meta.dirname, '../../../../..');
const environment = { OPS_PORT: '0', RPC_SECRET: 'the secret of the tests, long enough', WANTED: 'yes' };

interface Probe {
  readonly child: ChildProcess;
  /** All it printed so far. */
  output(): string;
  /** Waits until it has printed this. */
  said(text: string): Promise<void>;
  readonly ended: Promise<number | null>;
}

let probes: ChildProcess[] = [];
afterEach(() => {
  for (const child of probes) child.kill('SIGKILL');
  probes = [];
});

function start(change: Record<string, string> = {}): Probe {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'probe.program.fixture.ts')], {
    cwd: workspaceRoot,
    env: { PATH: process.env['PATH'], TSX_TSCONFIG_PATH: 'tsconfig.base.json', ...environment, ...change },
  });
  probes.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += String(data)));
  return {
    child,
    output: () => output,
    said: async (text) => {
      while (!output.includes(text)) await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data')]);
    },
    ended: once(child, 'close').then(([code]: (number | null)[]) => code ?? null),
  };
}

const messagesOf = (output: string): unknown[] =>
  output.split('\n').flatMap((line) => (line.startsWith('{') ? [(JSON.parse(line) as { msg?: unknown }).msg] : []));

it.each(['SIGTERM', 'SIGINT'] as const)('drains in order on %s, is unready meanwhile, and exits 0', async (signal) => {
  const probe = start();
  await probe.said('"started"');
  probe.child.kill(signal);
  // Ctrl-C reaches a process twice: from the terminal and from its parent.
  probe.child.kill(signal);
  await expect(probe.ended).resolves.toBe(0);
  expect(messagesOf(probe.output())).toEqual(['started', 'shutting down', 'first', 'second', 'stopped', 'shut down']);
  expect(probe.output()).toContain('"draining":true');
});

it.each([
  ['at once', ['SIGINT']],
  ['and when that comes later', ['SIGTERM', 'SIGINT']],
] as const)(
  'does not wait for those who move elsewhere on SIGINT, %s',
  async (_, signals) => {
    const probe = start({ BEHAVIOUR: 'move', SHUTDOWN_GRACE_MS: '50000' });
    await probe.said('"started"');
    for (const signal of signals) {
      probe.child.kill(signal);
      await probe.said('"first"');
    }
    await expect(probe.ended).resolves.toBe(0);
    expect(messagesOf(probe.output())).toContain('stopped');
  },
  40_000,
);

it('exits 1 with a sentence when the end takes too long', async () => {
  const probe = start({ BEHAVIOUR: 'linger', SHUTDOWN_GRACE_MS: '200' });
  await probe.said('"started"');
  probe.child.kill('SIGTERM');
  await expect(probe.ended).resolves.toBe(1);
  expect(probe.output()).toContain('Shutting down took longer than 200 ms; it was still busy with: second.');
});

it('takes the other steps when one fails, and exits 1', async () => {
  const probe = start({ BEHAVIOUR: 'stumble' });
  await probe.said('"started"');
  probe.child.kill('SIGTERM');
  await expect(probe.ended).resolves.toBe(1);
  expect(messagesOf(probe.output())).toContain('stopped');
  expect(probe.output()).toContain('the third step');
});

it.each([
  ['crash', 'thrown by nobody'],
  ['reject', 'rejected by nobody'],
])('logs an error that nobody handled and exits 1 (%s)', async (behaviour, message) => {
  const probe = start({ BEHAVIOUR: behaviour });
  await expect(probe.ended).resolves.toBe(1);
  expect(probe.output()).toMatch(new RegExp(`"level":"fatal".*${message}`));
});

it('exits 1 when it can not start', async () => {
  const probe = start({ BEHAVIOUR: 'fail' });
  await expect(probe.ended).resolves.toBe(1);
  expect(probe.output()).toContain('the cellar is flooded');
});

it('names everything that is wrong with its configuration, without a stack, and exits 78', async () => {
  const probe = start({ RPC_SECRET: 'guess-me', WANTED: '', OPS_PORT: 'x' });
  await expect(probe.ended).resolves.toBe(78);
  expect(probe.output()).toBe(
    [
      "probe can't start. The configuration is not valid:",
      '  - OPS_PORT: must be a whole number',
      '  - RPC_SECRET: must have at least 32 characters',
      '  - WANTED is missing',
      '',
    ].join('\n'),
  );
});
