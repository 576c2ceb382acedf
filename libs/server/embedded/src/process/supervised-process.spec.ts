import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../eventually.fixture';
import { identify, isAlive } from './process-identity';
import { ProcessLog } from './process-log';
import { RunRecord } from './run-record';
import { SupervisedProcess, type ProcessPlan } from './supervised-process';

const directory = mkdtempSync(join(tmpdir(), 'parley-process-'));
const said: string[] = [];
const record = new RunRecord(join(directory, 'run.json'));
const started: SupervisedProcess[] = [];

/** A process that runs a piece of JavaScript in a Node of its own. */
function aProcess(script: string, plan: Partial<ProcessPlan> = {}): SupervisedProcess {
  const name = `p${started.length}`;
  const supervised = new SupervisedProcess(
    {
      name,
      command: process.execPath,
      args: ['-e', script],
      env: {},
      cwd: directory,
      output: new ProcessLog(join(directory, `${name}.log`)),
      restart: true,
      ...plan,
    },
    { log: (line) => said.push(line), record },
  );
  started.push(supervised);
  return supervised;
}

const FOREVER = `setInterval(() => {}, 1000); console.log('up', process.pid)`;

describe('SupervisedProcess', () => {
  afterAll(async () => {
    await Promise.all(started.map((supervised) => supervised.stop([])));
    rmSync(directory, { recursive: true, force: true });
  });

  it('starts a process again after a kill, and says so', async () => {
    const supervised = aProcess(FOREVER);
    supervised.start();
    const first = supervised.identity;
    if (first === null) throw new Error('it should run');
    supervised.kill('SIGKILL');
    await eventually(() => expect(supervised.identity?.pid).not.toBe(first.pid));
    await eventually(() => expect(supervised.identity).not.toBeNull());
    expect(isAlive(first)).toBe(false);
    expect(said).toContain('p0 ended unexpectedly (SIGKILL); starting it again in 0.3 s');
    await supervised.stop();
    expect(supervised.identity).toBeNull();
  });

  it('leaves it dead where no restart was planned', async () => {
    const supervised = aProcess('process.exit(3)', { restart: false });
    supervised.start();
    await eventually(() => expect(supervised.lastEnd).toEqual({ reason: 'exit code 3', code: 3 }));
    expect(supervised.identity).toBeNull();
    expect(said).toContain('p1 ended (exit code 3)');
  });

  it('notes in the record what runs, and only that', async () => {
    const supervised = aProcess(FOREVER);
    supervised.start();
    expect(readFileSync(record.path, 'utf8')).toContain(`"pid": ${supervised.identity?.pid}`);
    await supervised.stop();
    expect(readFileSync(record.path, 'utf8')).not.toContain('"name": "p2"');
  });

  it('kills the descendants of a process that ignores SIGTERM', async () => {
    const script = `process.on('SIGTERM', () => {});
      const child = require('node:child_process').spawn('sleep', ['300']); console.log(child.pid); ${FOREVER}`;
    const supervised = aProcess(script, { stopSteps: [{ signal: 'SIGTERM', graceMs: 50 }] });
    supervised.start();
    await eventually(() => expect(supervised.plan.output.tail(5)).toHaveLength(2));
    const grandchild = identify(Number(supervised.plan.output.tail(5)[0]));
    if (grandchild === null) throw new Error('the grandchild should run');
    await supervised.stop();
    await eventually(() => expect(isAlive(grandchild)).toBe(false));
  });

  it('stops a frozen process within its grace', async () => {
    const supervised = aProcess(FOREVER);
    supervised.start();
    await eventually(() => expect(supervised.plan.output.tail(1)).toHaveLength(1));
    supervised.pause();
    await supervised.stop();
    expect(supervised.identity).toBeNull();
  });

  it('reports a program that does not exist as ended, and goes on trying', async () => {
    const supervised = aProcess('', { command: join(directory, 'absent') });
    supervised.start();
    await eventually(() => expect(supervised.lastEnd?.reason).toContain('ENOENT'));
    await supervised.stop();
  });

  it('gives the process its input', async () => {
    const supervised = aProcess(`process.stdin.on('data', (text) => console.log('got ' + text))`, {
      input: 'hello',
      restart: false,
    });
    supervised.start();
    await eventually(() => expect(supervised.plan.output.tail(1)).toEqual(['got hello']));
  });

  it('adopts a running process and restarts it when it disappears', async () => {
    const first = aProcess(FOREVER, { restart: false });
    first.start();
    const identity = first.identity;
    if (identity === null) throw new Error('it should run');
    const second = new SupervisedProcess({ ...first.plan, restart: true }, { log: () => undefined });
    started.push(second);
    second.adopt(identity);
    expect(second.identity).toEqual(identity);
    second.kill('SIGKILL');
    await eventually(() => expect(second.identity?.pid).not.toBe(identity.pid));
    await eventually(() => expect(second.identity).not.toBeNull());
    await second.stop();
  });
});
