import { namedQuery, takeTurn } from '@parley/server-database';
import type { Logger } from '@parley/server-runtime';
import type { DataSource, EntityManager } from 'typeorm';
import { dropMessages } from './drop-messages';

/** How long the service keeps what. */
export interface Retention {
  /** What a message said before it was edited or deleted. */
  readonly earlierTextsDays: number;
  /** Messages of rooms that have no days of their own; null for as long as there is the room. */
  readonly messageDays: number | null;
}

/** "old" in ASCII: one process at a time drops what is kept no longer. */
const TURN = 0x6f6c64;

/** Rows that one statement deletes at most. */
const BATCH = 1_000;

const dropTexts = {
  name: 'earlier_texts_drop',
  text: `
    DELETE FROM earlier_texts USING (
      SELECT room_id, seq, revision FROM earlier_texts
      WHERE replaced_at < now() - make_interval(days => $1) ORDER BY replaced_at LIMIT ${BATCH}
    ) old
    WHERE earlier_texts.room_id = old.room_id AND earlier_texts.seq = old.seq AND earlier_texts.revision = old.revision
    RETURNING earlier_texts.seq`,
};

/** Drops what is kept no longer, in small batches, until none is left or the signal says stop; does nothing where another process is at it. */
export async function dropTheOld(
  dataSource: DataSource,
  retention: Retention,
  signal: AbortSignal,
  log: Logger,
): Promise<void> {
  const { earlierTextsDays, messageDays } = retention;
  await takeTurn(dataSource, TURN, async (manager) => {
    await dropEarlierTexts(manager, earlierTextsDays, signal);
    await dropMessages(manager, messageDays, signal, log);
  });
}

async function dropEarlierTexts(manager: EntityManager, days: number, signal: AbortSignal): Promise<void> {
  for (let dropped = BATCH; dropped === BATCH && !signal.aborted;) {
    dropped = (await namedQuery(manager, dropTexts, [days])).length;
  }
}
