import { copyRows, isUniqueViolation, namedQuery, transaction } from '@parley/server-database';
import type { DataSource, EntityManager } from 'typeorm';
import { BadFile } from './bad-file';
import { copyLine, copyMessages } from './copy-line';
import { passOver } from './pass-over';
import { type FiledMessage, RoomFile } from './room-file';
import { finishRoom, holdRoom, type HeldRoom } from './room-row';

export interface ImportOptions {
  /** Whether times that fall are raised to that of the message before; else a file with one is refused. */
  readonly raiseTimes?: boolean;
}

export interface ImportedRoom {
  readonly roomId: string;
  /** Messages that are new here. */
  readonly imported: number;
  /** Messages that were here already. */
  readonly known: number;
  /** Messages whose time was raised. */
  readonly raised: number;
}

/** Text that is handed on at once, in UTF-16 code units. */
const PORTION = 65_536;

/**
 * Takes a room's export in: all of it, or nothing. What is there already, by place and id, is passed over as it is, so that a repeat adds nothing and a later export adds what came since. Who is in the
 * room stays as it is.
 *
 * Places, revisions, ids and times are those of the file. Nobody else writes to the room meanwhile.
 * @throws BadFile for a file that is not one room's whole export, for a room that is not known here, and where the file does not go on where that one ends
 */
export function importRoom(
  dataSource: DataSource,
  bytes: AsyncIterable<Uint8Array>,
  { raiseTimes = false }: ImportOptions = {},
): Promise<ImportedRoom> {
  // A file is read once: there is nothing to start over with.
  return transaction(dataSource, (manager) => take(manager, bytes, raiseTimes), { retries: 0 });
}

async function take(
  manager: EntityManager,
  bytes: AsyncIterable<Uint8Array>,
  raiseTimes: boolean,
): Promise<ImportedRoom> {
  const file = await RoomFile.open(bytes, raiseTimes);
  const held = await holdRoom(manager, file.room);
  const messages = file.messages();
  const { known, next } = await passOver(manager, held, messages);
  const rows = new Rows(held);
  if (next !== undefined) {
    try {
      await copyRows(manager, copyMessages, rows.portions(next, messages));
    } catch (error) {
      throw isUniqueViolation(error) ? rows.collision(error) : error;
    }
    await refuseTwins(manager, held.roomId);
  }
  if (held.isEmpty || rows.count > 0) await finishRoom(manager, held, file.room, rows);
  return { roomId: file.room.id, imported: rows.count, known, raised: file.raised };
}

/** The rows of new messages, and what is to be known of them afterwards. */
class Rows {
  count = 0;
  lastRevision = 0;
  firstTime: string | null = null;
  lastTime: string | null = null;

  constructor(private readonly held: HeldRoom) {}

  async *portions(next: FiledMessage, rest: AsyncIterable<FiledMessage>): AsyncGenerator<string, void, undefined> {
    let portion = this.row(next);
    for await (const filed of rest) {
      portion += this.row(filed);
      if (portion.length < PORTION) continue;
      yield portion;
      portion = '';
    }
    yield portion;
  }

  private row({ line, message }: FiledMessage): string {
    const { revision, createdAt } = message;
    if (revision <= this.held.revision)
      throw new BadFile(
        'Line',
        line,
        `the room has come to revision ${this.held.revision} here, and the message has ${revision}`,
      );
    this.count++;
    this.lastRevision = Math.max(this.lastRevision, revision);
    this.firstTime ??= createdAt;
    this.lastTime = createdAt;
    return copyLine(message);
  }

  /** A row that PostgreSQL refused, as the message that it is: the n-th row is that of the n-th new place. */
  collision(error: unknown): BadFile {
    const said = (name: 'where' | 'constraint'): string =>
      error instanceof Error ? String(Object.getOwnPropertyDescriptor(error, name)?.value) : '';
    const row = Number(/line (\d+)/.exec(said('where'))?.[1] ?? 1);
    const what = said('constraint').includes('revision') ? 'revision' : 'clientMessageId, by the same sender';
    return new BadFile('Place', this.held.lastSeq + row, `another message has its ${what}`);
  }
}

const twins = {
  name: 'import_twins',
  text: `
    SELECT min(seq) AS first, max(seq) AS last FROM messages WHERE room_id = $1
    GROUP BY id HAVING count(*) > 1 ORDER BY 2 LIMIT 1`,
};

/** Ids are unique by how they are made, which no file has to keep to. */
async function refuseTwins(manager: EntityManager, roomId: string): Promise<void> {
  const [found] = await namedQuery<{ first: number; last: number }>(manager, twins, [roomId]);
  if (found) throw new BadFile('Place', found.last, `it has the id of place ${found.first}`);
}
