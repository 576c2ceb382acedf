import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Memory, memoryProbe } from './memory';

const MIB = 1_024 * 1_024;
/** Makes 64 MiB of garbage when told a line, and keeps 32 MiB more of it each time. */
const PROGRAM = `
  const kept = [];
  process.stdin.on('data', () => {
    for (let i = 0; i < 64; i++) Buffer.alloc(${MIB}, i);
    kept.push(Buffer.alloc(32 * ${MIB}, 1));
    process.stdout.write('done');
  });
  process.stdout.write('ready');
`;

let directory: string;
let child: ChildProcess;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'parley-probe-'));
  child = spawn(process.execPath, ['-e', PROGRAM], {
    env: { ...process.env, ...memoryProbe(directory) },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(child.stdout ?? child, 'data');
});
afterAll(async () => {
  child.kill('SIGKILL');
  await rm(directory, { recursive: true, force: true });
});

it('tells what a process keeps, and not its garbage; one that is not there is left out', async () => {
  const pids = new Map([
    ['keeping', child.pid ?? 0],
    ['gone', 2 ** 22 + 1],
  ]);
  const memory = new Memory(() => pids, directory);
  for (let look = 0; look < 4; look++) {
    await memory.look();
    child.stdin?.write('more\n');
    await once(child.stdout ?? child, 'data');
  }
  const [keeping, ...others] = memory.figures();
  expect(others).toEqual([]);
  // Of four looks the second is early and the fourth late: two more pieces are kept between them.
  const { early, late } = keeping ?? { early: { live: 0 }, late: { live: 0 } };
  expect(late.live - early.live).toBeGreaterThan(60 * MIB);
  expect(late.live - early.live).toBeLessThan(72 * MIB);
});
