import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findInLogs } from './find-in-logs';
import { Secrets } from './secrets';

it('knows a nonce inside whatever was said, and who has no business with it', () => {
  const secrets = new Secrets();
  const [one, other] = [secrets.make(['ana', 'ben']), secrets.make(['ben'])];
  const frame = `430[{"ok":true,"data":{"text":"${one} hello","replyTo":{"preview":"${other}…"}}}]`;
  expect(secrets.foreignIn(frame, 'ben')).toEqual([]);
  expect(secrets.foreignIn(frame, 'ana')).toEqual([other]);
  expect(secrets.foreignIn(frame, 'eve').toSorted()).toEqual([one, other].toSorted());
  expect(secrets.foreignIn('{"text":"nothing of ours: n0nce0123456789abcdef"}', 'eve')).toEqual([]);
});

it('finds in logs what was written in any room of the run, and tells which log', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'parley-logs-'));
  const secrets = new Secrets();
  const [early, late] = [secrets.make(['ana']), secrets.make(['ana'])];
  try {
    await mkdir(join(directory, 'logs'));
    await writeFile(join(directory, 'logs', 'messages.log'), `{"msg":"a call"}\n{"input":{"text":"${early} hello"}}\n`);
    await writeFile(join(directory, 'postgres.log'), 'nothing\n');
    await writeFile(join(directory, 'table'), `${late} hello`);
    expect(await findInLogs(directory, secrets)).toEqual([
      { invariant: 'I6', harm: 'leak', room: early, detail: 'logs/messages.log holds what was written in a room' },
    ]);
  } finally {
    await rm(directory, { recursive: true });
  }
});
