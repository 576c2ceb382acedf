import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordingLog, testDatabase, type TestDatabase } from '@parley/testing';
import type { DataSource } from 'typeorm';
import { v7 as uuidV7 } from 'uuid';
import { AccountEntity } from '../accounts/account.entity';
import { entities } from '../entities';
import { testSettings } from '../fixture/users.fixture';
import { migrations } from '../migrations';
import { SecurityEventEntity } from '../security-events/security-event.entity';
import { FolderOutbox } from './folder-outbox';
import type { MailKind } from './mail-job.entity';
import { readMailToken } from './mail-token';
import { Outbox, type Mail } from './outbox';
import { queueMail } from './queue-mail';
import { SendMails } from './send-mails';

let database: TestDatabase;
/** No service runs on it, so that nobody else sends what is queued. */
let db: DataSource;
beforeAll(async () => {
  database = await testDatabase('users_mails', migrations, { entities });
  db = database.dataSource;
});
afterAll(() => database.close());

/** An outbox that fails as long as it is told to. */
class TestOutbox extends Outbox {
  readonly sent: Mail[] = [];
  /** What it was to send and has not. */
  readonly refused: Mail[] = [];
  isBroken = false;

  send(mail: Mail): Promise<void> {
    (this.isBroken ? this.refused : this.sent).push(mail);
    return this.isBroken ? Promise.reject(new Error('The mail server is away.')) : Promise.resolve();
  }
}

const go = new AbortController().signal;
const queue = (recipient: string, kind: MailKind = 'email_changed'): Promise<void> =>
  queueMail(db.manager, kind, recipient, null);
const left = (recipient: string): Promise<{ attempts: number; later: boolean }[]> =>
  db.query('SELECT attempts, due_at > now() AS later FROM mail_jobs WHERE recipient = $1', [recipient]);

/** Has all that waits sent, whenever it would be due. */
async function runOn(outbox: Outbox): Promise<void> {
  await db.query(`UPDATE mail_jobs SET due_at = now() - interval '1 second'`);
  await new SendMails(db, outbox, testSettings()).run(go);
}

it('sends a mail once, and it is gone', async () => {
  const outbox = new TestOutbox();
  await queue('one@example.org');
  await runOn(outbox);
  expect(outbox.sent.filter(({ to }) => to === 'one@example.org')).toHaveLength(1);
  await expect(left('one@example.org')).resolves.toEqual([]);
});

it('keeps what could not be sent, for later and later, and gives up in the end', async () => {
  const outbox = new TestOutbox();
  outbox.isBroken = true;
  await queue('two@example.org');
  await expect(runOn(outbox)).rejects.toThrow('away');
  await expect(left('two@example.org')).resolves.toEqual([{ attempts: 1, later: true }]);
  await db.query('UPDATE mail_jobs SET attempts = 10 WHERE recipient = $1', ['two@example.org']);
  await runOn(outbox);
  await expect(left('two@example.org')).resolves.toEqual([]);
});

it('makes one of a mail that is asked for twice', async () => {
  const outbox = new TestOutbox();
  await queue('three@example.org');
  await queue('three@example.org');
  await runOn(outbox);
  expect(outbox.sent).toHaveLength(1);
});

it('tells the log neither the address nor what stands in the mail', async () => {
  const { log, lines } = recordingLog();
  const folder = await mkdtemp(join(tmpdir(), 'parley-outbox-'));
  const mail = { to: 'ana@example.org', subject: 'Hello', text: 'the token' };
  await new FolderOutbox(folder, 'parley@example.org', log).send(mail);
  expect(lines()).toEqual([expect.objectContaining({ subject: 'Hello', mail: expect.stringMatching(/\.eml$/) })]);
  expect(JSON.stringify(lines())).not.toMatch(/ana@|token/);
  await rm(folder, { recursive: true });
});

describe('a mail with a token, while the mail server is away', () => {
  const email = 'forgotten@example.org';
  const userId = uuidV7();
  const outbox = new TestOutbox();
  const tokenOf = ({ text }: Mail): string => /#token=(\S+)/.exec(text)?.[1] ?? '';
  const mailed = (): Promise<number> =>
    db.manager.countBy(SecurityEventEntity, { userId, event: 'password_reset_mailed' });
  const ask = async (): Promise<void> => {
    await queue(email, 'reset_password');
    await runOn(outbox);
  };
  beforeAll(() => db.manager.insert(AccountEntity, { id: userId, email, passwordHash: '', createdAt: new Date() }));

  it('goes out however often it was tried, and what was not taken is not told of as mailed', async () => {
    outbox.isBroken = true;
    for (let attempt = 1; attempt <= 9; attempt++) await expect(ask()).rejects.toThrow('away');
    expect(await mailed()).toBe(0);
    outbox.isBroken = false;
    await ask();
    expect(outbox.sent).toMatchObject([{ to: email }]);
    expect(await mailed()).toBe(1);
  });

  it('may have gone out though nobody said so: each token that was made is good', async () => {
    expect(outbox.refused).toHaveLength(9);
    for (const mail of [...outbox.refused, ...outbox.sent])
      await expect(readMailToken(db.manager, tokenOf(mail), ['reset_password'])).resolves.toMatchObject({ userId });
  });

  it('counts among the five in an hour once it was taken', async () => {
    for (let again = 0; again < 6; again++) await ask();
    expect(outbox.sent).toHaveLength(5);
  });
});
