import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { openDatabase, type TestDatabase } from './database.fixture';

const workspaceRoot = resolve(import.meta.dirname, '../../../..');
let database: TestDatabase;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

async function migrate(env: Record<string, string>): Promise<{ code: unknown; output: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'migrate.program.fixture.ts')], {
    cwd: workspaceRoot,
    env: { PATH: process.env['PATH'], TSX_TSCONFIG_PATH: 'tsconfig.base.json', ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += String(data)));
  const [code]: unknown[] = await once(child, 'close');
  return { code, output };
}

it('migrates the database that DATABASE_URL names, and has nothing left to do the second time', async () => {
  const first = await migrate({ DATABASE_URL: database.url });
  expect(first).toMatchObject({
    code: 0,
    output: expect.stringContaining('1 of 1 migrations were pending and are done'),
  });
  await expect((await database.open()).query('SELECT * FROM things')).resolves.toEqual([]);
  await expect(migrate({ DATABASE_URL: database.url })).resolves.toMatchObject({
    code: 0,
    output: expect.stringContaining('0 of 1 migrations were pending'),
  });
});

it('fails in words where there is no database to migrate', async () => {
  await expect(migrate({})).resolves.toMatchObject({
    code: 1,
    output: expect.stringContaining('DATABASE_URL is missing'),
  });
  const wrong = database.url.replace(/:[^:@]+@/, ':wrong-password@');
  const { code, output } = await migrate({ DATABASE_URL: wrong });
  expect(code).toBe(1);
  expect(output).toContain('password authentication failed');
  expect(output).not.toContain('wrong-password');
});
