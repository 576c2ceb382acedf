import { Inject, Injectable } from '@nestjs/common';
import { ParleyError, type Role, type RoomKind } from '@parley/contracts';
import { namedQuery } from '@parley/server-database';
import { DataSource } from 'typeorm';
import { type MessagesClient, messagesClient } from '../neighbours/clients';

/** Answers a row only where the messages service has not confirmed the room's present members. */
const unconfirmed = {
  name: 'replication_unconfirmed',
  text: `
    SELECT room_id AS "roomId", kind, requested_by AS "requestedBy", membership_version AS version, created_at AS "createdAt", coalesce(
      (SELECT json_agg(json_build_object('userId', user_id, 'role', role)) FROM members WHERE members.room_id = rooms.room_id),
      '[]') AS members
    FROM rooms WHERE room_id = $1 AND replicated_version < membership_version`,
};

interface Unconfirmed {
  readonly roomId: string;
  readonly kind: RoomKind;
  readonly requestedBy: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly members: { readonly userId: string; readonly role: Role }[];
}

const confirm = {
  name: 'replication_confirm',
  text: 'UPDATE rooms SET replicated_version = $2 WHERE room_id = $1 AND replicated_version < $2',
};

const nextUnconfirmed = {
  name: 'replication_next',
  text: `
    SELECT room_id AS "roomId" FROM rooms WHERE replicated_version < membership_version AND room_id > $1
    ORDER BY room_id LIMIT $2`,
};

/** Rooms that one run sends again at most; what remains waits for the next. */
const BATCH = 100;
/** Before all ids. */
const START = '00000000-0000-0000-0000-000000000000';

/**
 * Keeps the messages service, which asks nobody when a message is sent or read, informed of who is in a room. Snapshots with a version
 * make sending again harmless, in any order and by any number of instances.
 */
@Injectable()
export class MembershipReplication {
  /** Where the last run of `resend` came to: a room that fails for ever does not keep others from their turn. */
  #position = START;

  constructor(
    private readonly db: DataSource,
    @Inject(messagesClient) private readonly messages: MessagesClient,
  ) {}

  /**
   * Resolves once the messages service has applied the room's present members, which must be committed.
   * @throws ParleyError `unavailable`; then `resend` goes on trying
   */
  async confirm(roomId: string): Promise<void> {
    const [snapshot] = await namedQuery<Unconfirmed>(this.db, unconfirmed, [roomId]);
    if (!snapshot) return;
    const { version, createdAt } = snapshot;
    try {
      await this.messages.setMembership({ ...snapshot, createdAt: createdAt.toISOString() });
    } catch (error) {
      throw new ParleyError('unavailable', 'The change is kept but not in effect everywhere yet.', { cause: error });
    }
    await namedQuery(this.db, confirm, [roomId, version]);
  }

  /** Sends a batch of what has not been confirmed, and stops at the first failure: the next run goes on behind it. */
  async resend(signal: AbortSignal): Promise<void> {
    const rooms = await namedQuery<{ roomId: string }>(this.db, nextUnconfirmed, [this.#position, BATCH]);
    if (rooms.length === 0) this.#position = START;
    for (const { roomId } of rooms) {
      if (signal.aborted) return;
      this.#position = roomId;
      await this.confirm(roomId);
    }
  }
}
