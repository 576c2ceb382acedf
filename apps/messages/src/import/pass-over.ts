import { namedQuery } from '@parley/server-database';
import type { EntityManager } from 'typeorm';
import { BadFile } from './bad-file';
import type { FiledMessage } from './room-file';
import type { HeldRoom } from './room-row';

/** Messages that are compared at once. */
const BATCH = 1_000;

const idsAt = {
  name: 'import_ids_at',
  text: 'SELECT seq, id FROM messages WHERE room_id = $1 AND seq BETWEEN $2 AND $3',
};

/**
 * Reads on to the first message that the room does not have. Those before it are there already, as they are, or were and are kept no longer.
 * @returns how many were passed over, and the first new one, where there is one
 * @throws BadFile where the room has another message at a place
 */
export async function passOver(
  manager: EntityManager,
  held: HeldRoom,
  messages: AsyncGenerator<FiledMessage, void, undefined>,
): Promise<{ known: number; next: FiledMessage | undefined }> {
  let known = 0;
  let batch: FiledMessage[] = [];
  for (;;) {
    const read = await messages.next();
    const next = read.done === true ? undefined : read.value;
    const isKnown = next !== undefined && next.message.seq <= held.lastSeq;
    if (isKnown) batch.push(next);
    if (!isKnown || batch.length === BATCH) {
      await compare(manager, held.roomId, batch);
      known += batch.length;
      batch = [];
    }
    if (!isKnown) return { known, next };
  }
}

async function compare(manager: EntityManager, roomId: string, batch: readonly FiledMessage[]): Promise<void> {
  const [first, last] = [batch[0], batch.at(-1)];
  if (first === undefined || last === undefined) return;
  const rows = await namedQuery<{ seq: number; id: string }>(manager, idsAt, [
    ...[roomId, first.message.seq, last.message.seq],
  ]);
  const idAt = new Map(rows.map(({ seq, id }) => [seq, id]));
  for (const { line, message } of batch) {
    const id = idAt.get(message.seq);
    if (id !== undefined && id !== message.id)
      throw new BadFile('Line', line, `place ${message.seq} of the room has another message here`);
  }
}
