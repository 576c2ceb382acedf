import { Injectable } from '@nestjs/common';
import { transaction } from '@parley/server-database';
import { DataSource, type EntityManager } from 'typeorm';
import { AccountEntity } from '../accounts/account.entity';
import { recordEvent } from '../security-events/record-event';
import { Settings } from '../settings';
import { bringsToken, MailJobEntity, type MailKind, type TokenMailKind } from './mail-job.entity';
import { issueMailToken, leaveUncounted } from './mail-token';
import { Outbox, type Mail } from './outbox';
import { writeMail } from './write-mail';

/** Attempts at one mail: the last about eight hours after the first. */
const attemptsMax = 10;

interface Job {
  readonly id: string;
  readonly kind: MailKind;
  readonly recipient: string;
  readonly userId: string | null;
  readonly attempts: number;
}

interface WrittenMail {
  readonly mail: Mail;
  /** The token that it brings, if it brings one, and whose. */
  readonly token?: string;
  readonly userId?: string;
}

/** Sends what waits. Any number of instances may do it side by side; one that dies with a mail leaves it to be sent again. */
@Injectable()
export class SendMails {
  constructor(
    private readonly db: DataSource,
    private readonly outbox: Outbox,
    private readonly settings: Settings,
  ) {}

  /** Stops at the first failure, which is the outbox's most often: the next run tries others, and that mail when it is due again. */
  async run(signal: AbortSignal): Promise<void> {
    for (let job = await this.take(); job; job = signal.aborted ? undefined : await this.take()) {
      const written = job.attempts > attemptsMax ? undefined : await this.write(job);
      if (written) await this.send(written);
      await transaction(this.db, async (manager) => {
        await manager.delete(MailJobEntity, { id: job.id });
        const resetsFor = job.kind === 'reset_password' ? written?.userId : undefined;
        if (resetsFor !== undefined) await recordEvent(manager, 'password_reset_mailed', { userId: resetsFor });
      });
    }
  }

  private async send({ mail, token }: WrittenMail): Promise<void> {
    try {
      await this.outbox.send(mail);
    } catch (failure) {
      // Else a mail server that is away for some minutes would use up the mails of the hour, and this one would go to nobody.
      if (token !== undefined) await leaveUncounted(this.db.manager, token);
      throw failure;
    }
  }

  /** The next that is due, which is then due again only after a while: for whoever finds it undone. */
  private async take(): Promise<Job | undefined> {
    const [job] = await this.db.query<Job[]>(
      `WITH taken AS (
         UPDATE mail_jobs SET attempts = attempts + 1, due_at = now() + make_interval(secs => least(3600, 30 * 2 ^ attempts))
         WHERE id = (SELECT id FROM mail_jobs WHERE due_at <= now() ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
         RETURNING id, kind, recipient, user_id, attempts)
       SELECT id, kind, recipient, user_id AS "userId", attempts FROM taken`,
    );
    return job;
  }

  /** The mail, with a token made for it; nothing where it is to go to nobody. */
  private write({ id, kind, recipient, userId }: Job): Promise<WrittenMail | undefined> {
    const { origin } = this.settings;
    if (!bringsToken(kind)) return Promise.resolve({ mail: writeMail(kind, recipient, origin) });
    return transaction(this.db, async (manager) => {
      const account = await accountFor(manager, kind, recipient, userId);
      // What was withdrawn after it was taken is not sent.
      if (account === null || !(await manager.existsBy(MailJobEntity, { id }))) return undefined;
      const token = await issueMailToken(manager, { userId: account.id, purpose: kind, email: recipient });
      if (token === undefined) return undefined;
      return { mail: writeMail(kind, recipient, origin, token), token, userId: account.id };
    });
  }
}

/**
 * Whose account a mail is about, as things are now: between the asking and the sending it may have gone another way. It stays so until the token is
 * there: whoever closes the account waits for it, and takes it away with the rest.
 */
async function accountFor(
  manager: EntityManager,
  kind: TokenMailKind,
  recipient: string,
  userId: string | null,
): Promise<AccountEntity | null> {
  const owner = await held(manager, { email: recipient });
  if (kind === 'reset_password') return owner;
  if (kind === 'verify_email') return owner?.id === userId && owner.emailVerifiedAt === null ? owner : null;
  // Somebody else has the address. Neither of the two is told.
  if (owner !== null || userId === null) return null;
  return held(manager, { id: userId });
}

function held(
  manager: EntityManager,
  where: Partial<Pick<AccountEntity, 'id' | 'email'>>,
): Promise<AccountEntity | null> {
  return manager.findOne(AccountEntity, { where, lock: { mode: 'for_no_key_update' } });
}
