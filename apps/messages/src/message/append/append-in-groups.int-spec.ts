import { ParleyError, type Message } from '@parley/contracts';
import { recordingLog } from '@parley/testing';
import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { aPerson, messagesFixture, type MessagesFixture } from '../../messages.fixture';
import { setBlock } from '../../room/set-block';
import { appendMessage } from '../append-message';
import { editMessage } from '../edit-message';
import { Appender } from './appender';
import { commitGroup, commitMessages } from './commit-messages';

let fixture: MessagesFixture;
beforeAll(async () => {
  fixture = await messagesFixture();
});
afterAll(() => fixture.close());

/** One message of a run: by whom, to where, under which of a few ids, with which of a few texts. */
interface Send {
  readonly room: number;
  readonly sender: number;
  readonly id: number;
  readonly text: number;
}

const sends = (rooms: number, senders: number) =>
  fc.array(
    fc.record({
      room: fc.nat({ max: rooms - 1 }),
      sender: fc.nat({ max: senders - 1 }),
      id: fc.nat({ max: 40 }),
      text: fc.nat({ max: 1 }),
    }),
    { minLength: 1, maxLength: 120 },
  );
const texts = ['Kaixo', 'Aupa'];

/** What one message came to, in a form that can be compared. */
type End = string;
const told = ({ message, created }: { message: Message; created: boolean }): End =>
  `${created ? 'created' : 'repeated'} ${message.seq} ${message.revision} ${message.text ?? ''}`;
async function endOf(sending: Promise<{ message: Message; created: boolean }>): Promise<End> {
  try {
    return told(await sending);
  } catch (error) {
    if (error instanceof ParleyError) return error.code;
    throw error;
  }
}

/** Two groups, a direct room, and a direct room that a block divides; the third person is in the groups only, the fourth in none. */
async function world() {
  const people = Array.from({ length: 4 }, aPerson);
  const [ane = '', jon = '', miren = ''] = people;
  const rooms = [
    { ...(await fixture.aRoom({ people: [ane, jon, miren] })), insiders: [0, 1, 2], isDivided: false },
    { ...(await fixture.aRoom({ people: [miren, jon, ane] })), insiders: [0, 1, 2], isDivided: false },
    { ...(await fixture.aRoom({ kind: 'direct', people: [jon, miren] })), insiders: [1, 2], isDivided: false },
    { ...(await fixture.aRoom({ kind: 'direct', people: [ane, jon] })), insiders: [0, 1], isDivided: true },
  ];
  await setBlock(fixture.db, { userIds: [ane, jon], blocked: true, version: 1 });
  const clientIds = Array.from({ length: 41 }, aPerson);
  const input = ({ room, id, text }: Send) => ({
    roomId: rooms[room]?.roomId ?? '',
    clientMessageId: clientIds[id] ?? '',
    text: texts[text] ?? '',
  });
  return { people, rooms, input };
}

it('comes to the same as one message after the other', async () => {
  await fc.assert(
    fc.asyncProperty(sends(4, 4), async (run) => {
      const { people, rooms, input } = await world();
      const ends = await Promise.all(
        run.map((send) => endOf(appendMessage(fixture.appender, people[send.sender] ?? '', input(send)))),
      );
      const counts = rooms.map(() => 0);
      const stored = new Map<string, { seq: number; text: number }>();
      const expected = run.map((send): End => {
        const { room, sender, id, text } = send;
        const key = `${room} ${sender} ${id}`;
        const known = stored.get(key);
        if (!rooms[room]?.insiders.includes(sender)) return 'not_found';
        if (known) return known.text === text ? `repeated ${known.seq} ${known.seq} ${texts[text]}` : 'conflict';
        if (rooms[room].isDivided) return 'forbidden';
        const seq = (counts[room] ?? 0) + 1;
        counts[room] = seq;
        stored.set(key, { seq, text });
        return `created ${seq} ${seq} ${texts[text]}`;
      });
      expect(ends).toEqual(expected);
      for (const [place, { roomId }] of rooms.entries()) {
        const rows = await fixture.db.query<object[]>('SELECT seq FROM messages WHERE room_id = $1 ORDER BY seq', [
          roomId,
        ]);
        expect(rows).toEqual(Array.from({ length: counts[place] ?? 0 }, (_, index) => ({ seq: index + 1 })));
      }
      const wrongCursors = await fixture.db.query<object[]>(
        `SELECT FROM members me WHERE room_id = ANY ($1) AND last_read_seq <> coalesce(
          (SELECT max(seq) FROM messages own WHERE own.room_id = me.room_id AND own.sender_id = me.user_id), 0)`,
        [rooms.map(({ roomId }) => roomId)],
      );
      expect(wrongCursors).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

it('counts without gaps where several instances write to the same rooms, and others edit in them', async () => {
  const { log } = recordingLog();
  const instances = Array.from(
    { length: 3 },
    () => new Appender({ commit: commitMessages(fixture.db), log, crowd: 4 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(sends(2, 3), { minLength: 3, maxLength: 3 }), async (runs) => {
      const { people, rooms, input } = await world();
      const [ane = ''] = people;
      await Promise.all(rooms.slice(0, 2).map(({ roomId }) => fixture.send(roomId, ane, 'lehena')));
      const edits = rooms
        .slice(0, 2)
        .flatMap(({ roomId }) =>
          Array.from({ length: 8 }, (_, n) => editMessage(fixture.db, ane, { roomId, seq: 1, text: `bertsio ${n}` })),
        );
      const ends = await Promise.all(
        runs.flatMap((run, place) =>
          run.map((send) =>
            endOf(appendMessage(instances[place] ?? fixture.appender, people[send.sender] ?? '', input(send))),
          ),
        ),
      );
      await Promise.all(edits);
      const keys = new Set(runs.flat().map(({ room, sender, id }) => `${room} ${sender} ${id}`));
      expect(ends.filter((end) => end.startsWith('created'))).toHaveLength(keys.size);
      expect(ends.filter((end) => !/^(created|repeated|conflict)/.test(end))).toEqual([]);
      const gaps = await fixture.db.query<object[]>(
        `SELECT r.room_id FROM rooms r JOIN messages m USING (room_id) WHERE r.room_id = ANY ($1) GROUP BY r.room_id
          HAVING count(*) <> max(m.seq) OR max(m.seq) <> r.last_seq OR max(m.revision) <> r.revision`,
        [rooms.map(({ roomId }) => roomId)],
      );
      expect(gaps).toEqual([]);
    }),
    { numRuns: 8 },
  );
});

it('answers a message whose commit was done while the connection broke as new, and as new only once', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = ''] = people;
  const commit = commitMessages(fixture.db);
  let answersLost = 1;
  const { log } = recordingLog();
  const appender = new Appender({
    log,
    commit: async (messages, waits) => {
      const outcomes = await commit(messages, waits);
      if (answersLost-- > 0) throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
      return outcomes;
    },
  });
  const input = { roomId, clientMessageId: aPerson(), text: 'Behin' };
  expect(await appendMessage(appender, ane, input)).toMatchObject({ created: true, message: { seq: 1 } });
  expect(await appendMessage(appender, ane, input)).toMatchObject({ created: false, message: { seq: 1 } });
});

it('lets a message that the database refuses fail alone', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = '', jon = ''] = people;
  const bad = appendMessage(fixture.appender, ane, { roomId, clientMessageId: 'no uuid', text: 'Ez' });
  const good = [ane, jon, ane].map((sender) => fixture.send(roomId, sender));
  await expect(bad).rejects.toMatchObject({ code: '22P02' });
  expect((await Promise.all(good)).map(({ seq }) => seq)).toEqual([1, 2, 3]);
});

it('stores in other rooms while one is held, and in that one when it is free', async () => {
  const held = await fixture.aRoom();
  const free = await fixture.aRoom();
  const holder = fixture.db.createQueryRunner();
  await holder.startTransaction();
  await holder.query('SELECT FROM rooms WHERE room_id = $1 FOR UPDATE', [held.roomId]);
  const waiting = [
    fixture.send(held.roomId, held.people[0] ?? '', 'bat'),
    fixture.send(held.roomId, held.people[1] ?? '', 'bi'),
  ];
  expect(await fixture.send(free.roomId, free.people[0] ?? '')).toMatchObject({ seq: 1 });
  await fixture.someoneWaits();
  await holder.commitTransaction();
  await holder.release();
  expect((await Promise.all(waiting)).map(({ seq, text }) => [seq, text])).toEqual([
    [1, 'bat'],
    [2, 'bi'],
  ]);
});

it('opens the partition of its room and no other, for repeats and for what replies show', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = ''] = people;
  await fixture.send(roomId, ane, 'Kaixo');
  const runner = fixture.db.createQueryRunner();
  const group = () =>
    [null, 1].map((replyToSeq) => ({
      ...{ id: uuidv7(), roomId, senderId: ane, clientMessageId: aPerson(), text: 'Aupa', replyToSeq },
    }));
  const inTransaction = async () => {
    await runner.startTransaction();
    const outcomes = await commitGroup(runner.manager)(group(), false);
    // What a statement opens stays locked until its transaction ends.
    const opened: object[] = await runner.query(`
      SELECT DISTINCT owner.relname FROM pg_locks held JOIN pg_index key ON key.indexrelid = held.relation JOIN pg_class owner ON owner.oid = key.indrelid
      WHERE held.pid = pg_backend_pid() AND owner.relname LIKE 'messages\\_p%'`);
    await runner.commitTransaction();
    return { outcomes, opened };
  };
  try {
    // Plans are made once for each connection, which looks at all partitions.
    await inTransaction();
    const { outcomes, opened } = await inTransaction();
    const created = { kind: 'created' };
    expect(outcomes).toMatchObject([created, { ...created, replySource: { senderId: ane, text: 'Kaixo' } }]);
    expect(opened).toHaveLength(1);
  } finally {
    await runner.release();
  }
});
