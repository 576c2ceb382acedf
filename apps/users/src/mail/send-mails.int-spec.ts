import { recordingLog } from '@parley/testing';
import { startTestUsers, testSettings, type TestUsers } from '../fixture/users.fixture';
import { FolderOutbox } from './folder-outbox';
import { Outbox, type Mail } from './outbox';
import { queueMail } from './queue-mail';
import { SendMails } from './send-mails';

let users: TestUsers;
beforeAll(async () => {
  users = await startTestUsers();
});
afterAll(() => users.close());

/** An outbox that fails as long as it is told to. */
class TestOutbox extends Outbox {
  readonly sent: Mail[] = [];
  isBroken = false;

  send(mail: Mail): Promise<void> {
    if (this.isBroken) return Promise.reject(new Error('The mail server is away.'));
    this.sent.push(mail);
    return Promise.resolve();
  }
}

const go = new AbortController().signal;
/** In the future for the service's own sender, which looks all the time; `runOn` makes them due. */
async function queueForLater(recipient: string): Promise<void> {
  await users.db.transaction(async (manager) => {
    await queueMail(manager, 'email_changed', recipient, null);
    await manager.query(`UPDATE mail_jobs SET due_at = now() + interval '1 day' WHERE recipient = $1`, [recipient]);
  });
}
const left = (recipient: string): Promise<{ attempts: number; later: boolean }[]> =>
  users.db.query('SELECT attempts, due_at > now() AS later FROM mail_jobs WHERE recipient = $1', [recipient]);

/** Lets one sender alone find the mail. */
async function runOn(outbox: Outbox, recipient: string): Promise<void> {
  const runner = users.db.createQueryRunner();
  await runner.startTransaction();
  const alone = Object.create(users.db) as typeof users.db;
  alone.query = ((sql: string, parameters?: unknown[]) => runner.query(sql, parameters)) as typeof users.db.query;
  await runner.query(`UPDATE mail_jobs SET due_at = now() - interval '1 second' WHERE recipient = $1`, [recipient]);
  try {
    await new SendMails(alone, outbox, testSettings()).run(go);
  } finally {
    await runner.commitTransaction();
    await runner.release();
  }
}

it('sends a mail once, and it is gone', async () => {
  const outbox = new TestOutbox();
  await queueForLater('one@example.org');
  await runOn(outbox, 'one@example.org');
  expect(outbox.sent.filter(({ to }) => to === 'one@example.org')).toHaveLength(1);
  await expect(left('one@example.org')).resolves.toEqual([]);
});

it('keeps what could not be sent, for later and later, and gives up in the end', async () => {
  const outbox = new TestOutbox();
  outbox.isBroken = true;
  await queueForLater('two@example.org');
  await expect(runOn(outbox, 'two@example.org')).rejects.toThrow('away');
  await expect(left('two@example.org')).resolves.toEqual([{ attempts: 1, later: true }]);
  await users.db.query('UPDATE mail_jobs SET attempts = 10 WHERE recipient = $1', ['two@example.org']);
  await runOn(outbox, 'two@example.org');
  await expect(left('two@example.org')).resolves.toEqual([]);
});

it('makes one of a mail that is asked for twice', async () => {
  await queueForLater('three@example.org');
  await queueForLater('three@example.org');
  await expect(left('three@example.org')).resolves.toHaveLength(1);
});

it('tells the log neither the address nor what stands in the mail', async () => {
  const { log, lines } = recordingLog();
  const mail = { to: 'ana@example.org', subject: 'Hello', text: 'the token' };
  await new FolderOutbox(users.outbox, 'parley@example.org', log).send(mail);
  expect(lines()).toEqual([expect.objectContaining({ subject: 'Hello', mail: expect.stringMatching(/\.eml$/) })]);
  expect(JSON.stringify(lines())).not.toMatch(/ana@|token/);
});
