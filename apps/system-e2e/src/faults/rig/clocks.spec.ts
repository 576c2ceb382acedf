import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { Clocks } from './clocks';

const FIVE_MINUTES = 300_000;
let clocks: Clocks;
beforeAll(async () => {
  clocks = await Clocks.open();
});
afterAll(() => clocks.close());

it('sets the clock of a process that runs, by every way of asking for the time, and sets it right again', async () => {
  const program = `
    const line = () => {
      const made = new Date();
      class Own extends Date {}
      console.log(JSON.stringify([Date.now(), made.getTime(), Date.parse(Date()), new Own().getTime(),
        made instanceof Date && made.constructor === Date, new Date(7).getTime(), new Own(7) instanceof Own]));
    };
    process.stdin.on('data', line);`;
  const child = spawn(process.execPath, ['--eval', program], {
    env: { PATH: process.env['PATH'], ...clocks.environment('one') },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const off = async (): Promise<number[]> => {
    child.stdin.write('\n');
    const [line] = (await once(lines, 'line')) as [string];
    const [times, rest] = [(JSON.parse(line) as unknown[]).slice(0, 4), (JSON.parse(line) as unknown[]).slice(4)];
    expect(rest).toEqual([true, 7, true]);
    return times.map((time) => Math.round((Number(time) - Date.now()) / 60_000) + 0);
  };
  try {
    expect(await off()).toEqual([0, 0, 0, 0]);
    expect(await clocks.shift('one', FIVE_MINUTES)).toBe(true);
    expect(await off()).toEqual([5, 5, 5, 5]);
    expect(await clocks.shift('one', -FIVE_MINUTES)).toBe(true);
    expect(await off()).toEqual([-5, -5, -5, -5]);
    expect(await clocks.shift('one', 0)).toBe(true);
    expect(await off()).toEqual([0, 0, 0, 0]);
  } finally {
    child.kill('SIGKILL');
  }
});

it('is wrong from the start in a process that starts then', async () => {
  // Nobody is there to see it yet.
  expect(await clocks.shift('two', FIVE_MINUTES)).toBe(false);
  const { stdout } = await promisify(execFile)(process.execPath, ['--print', 'Date.now()'], {
    env: { PATH: process.env['PATH'], ...clocks.environment('two') },
  });
  expect(Math.round((Number(stdout) - Date.now()) / 60_000)).toBe(5);
});
