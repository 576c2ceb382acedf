import { namedQuery, takeTurn } from '@parley/server-database';
import type { DataSource, EntityManager } from 'typeorm';

/** How long the service keeps what. */
export interface Retention {
  /** What a message said before it was edited or deleted. */
  readonly earlierTextsDays: number;
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
export async function dropTheOld(dataSource: DataSource, retention: Retention, signal: AbortSignal): Promise<void> {
  await takeTurn(dataSource, TURN, (manager) => dropEarlierTexts(manager, retention.earlierTextsDays, signal));
}

async function dropEarlierTexts(manager: EntityManager, days: number, signal: AbortSignal): Promise<void> {
  for (let dropped = BATCH; dropped === BATCH && !signal.aborted;) {
    dropped = (await namedQuery(manager, dropTexts, [days])).length;
  }
}
