import { limits, type Reaction } from '@parley/contracts';
import { namedQuery } from '@parley/server-database';
import type { DataSource, EntityManager } from 'typeorm';
import type { ReplySource } from '../message-row';

/** A message on its way to be stored. */
export interface NewMessage {
  /** The id that it gets if it is stored now. */
  readonly id: string;
  readonly roomId: string;
  readonly senderId: string;
  readonly clientMessageId: string;
  readonly text: string;
  /** The place of the message that it answers. */
  readonly replyToSeq: number | null;
}

/** What became of a message: stored now, or before (then in its present state), or refused. */
export type Outcome =
  | CreatedOutcome
  | { readonly kind: 'repeated'; readonly stored: StoredState }
  | { readonly kind: 'outside' | 'blocked' | 'unanswered' | 'no_source' | 'conflict' }
  /** Somebody else is writing to the room, and this was a call that does not wait. */
  | { readonly kind: 'busy' };

interface CreatedOutcome {
  readonly kind: 'created';
  readonly seq: number;
  readonly revision: number;
  readonly createdAt: Date;
  readonly replySource: ReplySource | null;
  /** Whether it answered a request: the room is open from here on. */
  readonly accepted: boolean;
}

/** What the caller does not know of a message that was stored before. */
export interface StoredState {
  readonly id: string;
  readonly seq: number;
  readonly revision: number;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  readonly deletedAt: Date | null;
  readonly text: string | null;
  readonly reactions: Reaction[] | null;
  readonly replySource: ReplySource | null;
}

/** Stores messages of several rooms in one commit; the answer has an outcome for each, in their order. */
export type Commit = (messages: readonly NewMessage[], waits: boolean) => Promise<Outcome[]>;

type OutcomeRow = StoredState & Pick<CreatedOutcome, 'accepted'> & { readonly outcome: Outcome['kind'] };
type PlacedRow = OutcomeRow & { readonly place: number };

const answered = `outcome, id, seq, revision, created_at AS "createdAt", edited_at AS "editedAt", deleted_at AS "deletedAt", text,
      reactions, reply_source AS "replySource", accepted`;

const appendMessages = {
  name: 'append_messages',
  text: `
    SELECT place, ${answered}
    FROM append_messages($1, $2, $3, $4, $5, $6, $7, $8)`,
};

/** The same for a message that comes alone, at a fraction of what the group's statement costs for one. */
const appendOneMessage = {
  name: 'append_one_message',
  text: `
    SELECT ${answered}
    FROM append_one_message($1, $2, $3, $4, $5, $6, $7, $8)`,
};

/**
 * Commits on any connection of the pool; on the manager of a transaction, when that does. Each (room, sender, clientMessageId) may be there once. Without `waits` a room that somebody
 * else holds answers `busy`; with it the messages are of one room, and wait for it. When this rejects, all of it happened or nothing.
 */
export function commitMessages(executor: DataSource | EntityManager): Commit {
  const group = commitGroup(executor);
  return async (messages, waits) => {
    const [first] = messages;
    return first !== undefined && messages.length === 1
      ? [await commitOne(executor, first, waits)]
      : group(messages, waits);
  };
}

/** Messages as a group, however few. */
export function commitGroup(executor: DataSource | EntityManager): Commit {
  return async (messages, waits) => {
    const rows = await namedQuery<PlacedRow>(executor, appendMessages, [
      messages.map(({ roomId }) => roomId),
      messages.map(({ senderId }) => senderId),
      messages.map(({ clientMessageId }) => clientMessageId),
      messages.map(({ id }) => id),
      messages.map(({ text }) => text),
      messages.map(({ replyToSeq }) => replyToSeq),
      limits.requestMessages,
      waits,
    ]);
    const byPlace = new Map(rows.map(({ place, ...row }) => [place, toOutcome(row)]));
    return messages.map((_, index) => {
      const outcome = byPlace.get(index + 1);
      if (outcome === undefined) throw new Error('A message was committed without an outcome.');
      return outcome;
    });
  };
}

async function commitOne(
  executor: DataSource | EntityManager,
  { roomId, senderId, clientMessageId, id, text, replyToSeq }: NewMessage,
  waits: boolean,
): Promise<Outcome> {
  const [row] = await namedQuery<OutcomeRow>(executor, appendOneMessage, [
    ...[roomId, senderId, clientMessageId, id, text, replyToSeq],
    limits.requestMessages,
    waits,
  ]);
  if (row === undefined) throw new Error('A message was committed without an outcome.');
  return toOutcome(row);
}

function toOutcome({ outcome: kind, accepted, ...stored }: OutcomeRow): Outcome {
  if (kind === 'created') {
    const { seq, revision, createdAt, replySource } = stored;
    return { kind, seq, revision, createdAt, replySource, accepted };
  }
  return kind === 'repeated' ? { kind, stored } : { kind };
}
