import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSystem, type RunningSystem } from '@parley/server-system';
import { makeWorkspace } from '../fake-workspace.fixture';
import { Restarts } from './restarts';

const root = mkdtempSync(join(tmpdir(), 'parley-restarts-'));
const distDir = join(root, 'dist');
const databases = { users: join(root, 'u'), chatrooms: join(root, 'c'), messages: join(root, 'm') };

describe('Restarts', () => {
  let system: RunningSystem;
  const told: string[] = [];

  beforeAll(async () => {
    makeWorkspace(root);
    const log = (): void => undefined;
    system = await startSystem({ distDir, dataDir: root, databases, gateways: 2, redisUrl: 'redis://r', log });
  });
  beforeEach(() => told.splice(0));
  afterAll(async () => {
    await system.stop();
    rmSync(root, { recursive: true, force: true });
  });

  function restarts(): Restarts {
    return new Restarts({ system, distDir, databases, tell: (line) => told.push(line) });
  }

  function pids(): Record<string, number | undefined> {
    return Object.fromEntries([...system.processes].map(([name, { identity }]) => [name, identity?.pid]));
  }

  it('runs every process of what was built anew, and leaves the others', async () => {
    const before = pids();
    const one = restarts();
    one.rebuilt('realtime-gateway');
    one.rebuilt('realtime-gateway');
    await one.idle();
    const after = pids();
    const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
    expect(changed).toEqual(['realtime-gateway-1', 'realtime-gateway-2']);
    expect(told).toEqual(['realtime-gateway-1 runs anew', 'realtime-gateway-2 runs anew']);
  });

  it('migrates the database of a service first, and does not start it on one that is not', async () => {
    const before = pids();
    writeFileSync(join(distDir, 'apps/messages/migrate.js'), `console.error('no such column'); process.exit(1);`);
    const one = restarts();
    one.rebuilt('messages');
    await one.idle();
    expect(pids()).toEqual(before);
    expect(told).toEqual([`The database of messages can't be brought up to date: no such column`]);
  });

  it('restarts nothing more once it is stopped', async () => {
    const before = pids();
    const one = restarts();
    one.rebuilt('api-gateway');
    await one.stop();
    expect(pids()).toEqual(before);
  });

  it('tells of what does not compile', () => {
    restarts().failed('users', 'apps/users/src/main.ts:1 Unexpected "="');
    expect(told).toEqual([
      'users does not compile, the last good one runs on: apps/users/src/main.ts:1 Unexpected "="',
    ]);
  });
});
