import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import type { RoomLine } from '@parley/contracts';
import { aFiledRoom, linesOf, membershipOf } from './import/room-file.fixture';
import { messagesFixture, type MessagesFixture } from './messages.fixture';
import { setMembership } from './room/set-membership';

const workspaceRoot = resolve(import.meta.dirname, '../../..');
let fixture: MessagesFixture;
beforeAll(async () => {
  fixture = await messagesFixture();
});
afterAll(() => fixture.close());

/** Runs the program as whoever runs Parley would, with a file of these lines. */
async function run(lines: readonly RoomLine[], ...options: string[]): Promise<{ code: unknown; output: string }> {
  const program = join(import.meta.dirname, 'import-room.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...options], {
    cwd: workspaceRoot,
    env: { PATH: process.env['PATH'], TSX_TSCONFIG_PATH: 'tsconfig.base.json', DATABASE_URL: fixture.url },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += String(data)));
  child.stdin.end(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const [code]: unknown[] = await once(child, 'close');
  return { code, output };
}

it('takes a file in, and tells how much of it was new', async () => {
  const room = aFiledRoom(300, { 7: { createdAt: '2024-05-01T09:00:00.000Z' } });
  await setMembership(fixture.db, membershipOf(room));
  const { code, output } = await run(linesOf(room), '--raise-times');
  expect(output).toContain('"imported":300,"known":0,"raised":1');
  expect(code).toBe(0);
});
