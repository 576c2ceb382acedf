import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { messagesClient, type MessagesClient } from './messages-client';

/** Where a pair stands that has been changed. */
export interface PairState {
  lowId: string;
  highId: string;
  blocked: boolean;
  version: number;
  confirmedVersion: number;
}

/** The columns of a `PairState`. */
export const pairStateColumns = `low_id AS "lowId", high_id AS "highId", blocked, version,
  confirmed_version AS "confirmedVersion"`;

/** Pairs that one run sends again at most; what remains waits for the next. */
const batch = 100;
/** Before all pairs. */
const start = { lowId: '00000000-0000-0000-0000-000000000000', highId: '00000000-0000-0000-0000-000000000000' };

/**
 * Keeps the messages service, which asks nobody when a message is sent, informed of who is divided by a block. A version
 * for each pair makes sending again harmless, in any order and by any number of instances.
 */
@Injectable()
export class BlockReplication {
  /** Where the last run of `resend` came to: a pair that fails for ever does not keep others from their turn. */
  #position: Pick<PairState, 'lowId' | 'highId'> = start;

  constructor(
    private readonly db: DataSource,
    @Inject(messagesClient) private readonly messages: MessagesClient,
  ) {}

  /**
   * Returns once the messages service has applied the state, which must be committed.
   * @throws ParleyError `unavailable`; then `resend` goes on trying
   */
  async send({ lowId, highId, blocked, version, confirmedVersion }: PairState): Promise<void> {
    if (confirmedVersion >= version) return;
    await this.messages.setBlock({ userIds: [lowId, highId], blocked, version });
    await this.db.query(
      `UPDATE block_pairs SET confirmed_version = $3 WHERE low_id = $1 AND high_id = $2 AND confirmed_version < $3`,
      [lowId, highId, version],
    );
  }

  /** Sends a batch of what has not been confirmed, and stops at the first failure: the next run goes on behind it. */
  async resend(signal: AbortSignal): Promise<void> {
    for (const pair of await this.next()) {
      if (signal.aborted) return;
      this.#position = pair;
      await this.send(pair);
    }
  }

  /** What comes behind the position; where nothing does, what comes from the start on. */
  private async next(): Promise<PairState[]> {
    const pairs = await this.db.query<PairState[]>(
      `SELECT ${pairStateColumns} FROM block_pairs
       WHERE confirmed_version < version AND (low_id, high_id) > ($1::uuid, $2::uuid) ORDER BY low_id, high_id LIMIT $3`,
      [this.#position.lowId, this.#position.highId, batch],
    );
    if (pairs.length > 0 || this.#position === start) return pairs;
    this.#position = start;
    return this.next();
  }
}
