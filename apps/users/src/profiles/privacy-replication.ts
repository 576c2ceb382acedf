import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { messagesClient, type MessagesClient } from '../blocks/messages-client';

/** What a member lets others see, that the messages service has not confirmed. */
interface Unconfirmed {
  readonly userId: string;
  readonly sendReadReceipts: boolean;
  readonly sendTyping: boolean;
  readonly version: number;
  /** Whether the account is gone: then what only moderators see goes too. */
  readonly isDeleted: boolean;
}

const unconfirmed = `SELECT user_id AS "userId", send_read_receipts AS "sendReadReceipts", send_typing AS "sendTyping",
  privacy_version AS version, EXISTS (SELECT FROM accounts WHERE id = user_id AND status = 'deleted') AS "isDeleted" FROM profiles WHERE privacy_confirmed_version < privacy_version`;

/** Members whose switches one run sends again at most; what remains waits for the next. */
const batch = 100;
/** Before all ids. */
const start = '00000000-0000-0000-0000-000000000000';

/**
 * Keeps the messages service, which asks nobody when somebody reads or types, informed of who may be seen doing so. A version for each
 * member makes sending again harmless, in any order and by any number of instances.
 */
@Injectable()
export class PrivacyReplication {
  /** Where the last run of `resend` came to: a member for whom it fails for ever does not keep others from their turn. */
  #position = start;

  constructor(
    private readonly db: DataSource,
    @Inject(messagesClient) private readonly messages: MessagesClient,
  ) {}

  /**
   * Returns once the messages service has applied the member's switches, which must be committed.
   * @throws ParleyError `unavailable`; then `resend` goes on trying
   */
  async confirm(userId: string): Promise<void> {
    const [privacy] = await this.db.query<Unconfirmed[]>(`${unconfirmed} AND user_id = $1`, [userId]);
    if (privacy) await this.send(privacy);
  }

  /** Sends a batch of what has not been confirmed, and stops at the first failure: the next run goes on behind it. */
  async resend(signal: AbortSignal): Promise<void> {
    for (const privacy of await this.next()) {
      if (signal.aborted) return;
      this.#position = privacy.userId;
      await this.send(privacy);
    }
  }

  /** Who comes behind the position; where nobody does, who comes from the start on. */
  private async next(): Promise<Unconfirmed[]> {
    const next = await this.db.query<Unconfirmed[]>(`${unconfirmed} AND user_id > $1 ORDER BY user_id LIMIT $2`, [
      this.#position,
      batch,
    ]);
    if (next.length > 0 || this.#position === start) return next;
    this.#position = start;
    return this.next();
  }

  private async send(privacy: Unconfirmed): Promise<void> {
    await this.messages.setPrivacy(privacy);
    await this.db.query(
      `UPDATE profiles SET privacy_confirmed_version = $2 WHERE user_id = $1 AND privacy_confirmed_version < $2`,
      [privacy.userId, privacy.version],
    );
  }
}
