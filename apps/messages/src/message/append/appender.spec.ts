import { setImmediate as turn } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { recordingLog } from '@parley/testing';
import fc from 'fast-check';
import { DatabaseError } from 'pg';
import { Appender, type AppenderOptions } from './appender';
import type { NewMessage, Outcome } from './commit-messages';

/** A commit that was begun; the test says how it ends. */
interface Begun {
  readonly ids: readonly string[];
  readonly rooms: readonly string[];
  readonly waits: boolean;
  end(outcome?: Outcome['kind']): void;
  fail(error: Error): void;
}

function harness(options: Partial<AppenderOptions> = {}) {
  const begun: Begun[] = [];
  const { log, lines } = recordingLog();
  const commit = (messages: readonly NewMessage[], waits: boolean): Promise<Outcome[]> =>
    new Promise((resolve, reject) => {
      begun.push({
        ids: messages.map(({ id }) => id),
        rooms: messages.map(({ roomId }) => roomId),
        waits,
        end: (kind = 'created') => resolve(messages.map(() => outcome(kind))),
        fail: reject,
      });
    });
  const appender = new Appender({ commit, log, ...options });
  const send = (id: string, roomId = id, more: Partial<NewMessage> = {}, deadline = Date.now() + 60_000) =>
    appender.append(
      { id, roomId, senderId: 'ane', clientMessageId: id, text: 'Oi', replyToSeq: null, ...more },
      deadline,
    );
  return { begun, lines, send };
}

function outcome(kind: Outcome['kind']): Outcome {
  const at = new Date();
  if (kind === 'created') return { kind, seq: 1, revision: 1, createdAt: at, replySource: null, accepted: false };
  if (kind !== 'repeated') return { kind };
  const row = { id: 'x', seq: 1, revision: 1, text: 'Oi', createdAt: at, editedAt: null, deletedAt: null };
  const stored = { ...row, reactions: null, replySource: null };
  return { kind, stored };
}

/** Until so many commits were begun. */
async function untilBegun(begun: readonly Begun[], count: number): Promise<void> {
  for (let turns = 0; begun.length < count && turns < 1_000; turns++) await turn();
  expect(begun.length).toBeGreaterThanOrEqual(count);
}

const idsOf = (begun: readonly Begun[]) => begun.map(({ ids }) => ids);
const lost = () => Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
const refused = () => Object.assign(new DatabaseError('no', 2, 'error'), { code: '22000' });

it('commits a message that comes alone at once, and what comes meanwhile together', async () => {
  const { begun, send } = harness();
  const first = send('1');
  await turn();
  expect(idsOf(begun)).toEqual([['1']]);
  const rest = [send('2'), send('3'), send('4', '2')];
  await turn();
  expect(begun).toHaveLength(1);
  begun[0]?.end();
  await first;
  await untilBegun(begun, 2);
  expect(idsOf(begun)).toEqual([['1'], ['2', '4', '3']]);
  begun[1]?.end();
  expect(await Promise.all(rest)).toHaveLength(3);
});

it('begins another commit beside one that is under way where a crowd waits, with other rooms', async () => {
  const { begun, send } = harness({ crowd: 2, commits: 2 });
  const sent = [send('1', 'a')];
  await turn();
  sent.push(send('2', 'a'), send('3', 'b'), send('4', 'c'));
  await turn();
  expect(idsOf(begun)).toEqual([['1'], ['3', '4']]);
  begun.forEach((commit) => commit.end());
  await untilBegun(begun, 3);
  begun[2]?.end();
  await Promise.all(sent);
  expect(begun[2]?.ids).toEqual(['2']);
});

it('divides a crowd that comes at once among the commits that may run beside each other, and no room', async () => {
  const { begun, send } = harness({ crowd: 2, commits: 2 });
  const sent = ['a', 'b', 'c', 'd'].map((room) => send(room));
  await turn();
  expect(idsOf(begun)).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
  begun.forEach((commit) => commit.end());
  await Promise.all(sent);

  const busy = ['1', '2', '3', '4', '5'].map((id) => send(id, 'one'));
  await untilBegun(begun, 3);
  expect(begun[2]?.ids).toEqual(['1', '2', '3', '4', '5']);
  begun[2]?.end();
  await Promise.all(busy);
});

it('divides nothing that is less than a crowd for each', async () => {
  const { begun, send } = harness({ crowd: 2, commits: 2 });
  const sent = ['a', 'b', 'c'].map((room) => send(room));
  await turn();
  expect(idsOf(begun)).toEqual([['a', 'b', 'c']]);
  begun[0]?.end();
  await Promise.all(sent);
});

it('lets one of several messages under one clientMessageId wait for the outcome of the first', async () => {
  const { begun, send } = harness();
  const key = { clientMessageId: 'same' };
  const sent = [send('1', 'a', key), send('2', 'a', key), send('3', 'a'), send('4', 'a', { ...key, senderId: 'jon' })];
  await turn();
  begun[0]?.end();
  await untilBegun(begun, 2);
  begun[1]?.end('repeated');
  await Promise.all(sent);
  expect(idsOf(begun)).toEqual([['1'], ['2', '3', '4']]);
});

it('tries each message of a failed commit again by itself, and lets only the bad one fail', async () => {
  const { begun, send } = harness();
  const settled = Promise.allSettled([send('1', 'a'), send('2', 'a'), send('3', 'b')]);
  await turn();
  begun[0]?.fail(refused());
  for (const [place, end] of [
    [1, 'end'],
    [2, 'fail'],
    [3, 'end'],
  ] as const) {
    await untilBegun(begun, place + 1);
    if (end === 'fail') begun[place]?.fail(refused());
    else begun[place]?.end();
  }
  const results = await settled;
  const alone = idsOf(begun).slice(1);
  expect(alone.map((ids) => ids.length)).toEqual([1, 1, 1]);
  expect(alone.flat().filter((id) => id !== '3')).toEqual(['1', '2']);
  const failed = alone[1]?.[0];
  expect(results.map(({ status }) => status)).toEqual(
    ['1', '2', '3'].map((id) => (id === failed ? 'rejected' : 'fulfilled')),
  );
});

it('tries a commit whose connection broke again as it was, once', async () => {
  const { begun, send } = harness();
  const settled = Promise.allSettled([send('1'), send('2')]);
  await turn();
  begun[0]?.fail(lost());
  await untilBegun(begun, 2);
  begun[1]?.fail(lost());
  expect(await settled).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }]);
  expect(begun.map(({ ids }) => ids.toSorted())).toEqual([
    ['1', '2'],
    ['1', '2'],
  ]);
});

it('waits for a room that somebody else holds in a commit of its own, while others go on', async () => {
  const { begun, send } = harness({ commits: 1 });
  const held = send('1', 'a');
  await turn();
  begun[0]?.end('busy');
  await untilBegun(begun, 2);
  const other = send('2', 'b');
  const later = send('3', 'a');
  await turn();
  expect(begun.map(({ ids, waits }) => ({ ids, waits }))).toEqual([
    { ids: ['1'], waits: false },
    { ids: ['1'], waits: true },
    { ids: ['2'], waits: false },
  ]);
  begun[2]?.end();
  await other;
  begun[1]?.end();
  await held;
  await untilBegun(begun, 4);
  begun[3]?.end();
  await later;
});

it('refuses what is one too many, and takes more once there is room', async () => {
  const { begun, send } = harness({ queue: { messages: 2, text: 100 } });
  const first = send('1');
  await turn();
  const waiting = [send('2'), send('3')];
  await expect(send('4')).rejects.toMatchObject({ code: 'unavailable' });
  begun[0]?.end();
  await first;
  await untilBegun(begun, 2);
  const long = send('5', '5', { text: 'x'.repeat(100) });
  await expect(send('6')).rejects.toMatchObject({ code: 'unavailable' });
  begun[1]?.end();
  await Promise.all(waiting);
  await untilBegun(begun, 3);
  begun[2]?.end();
  await long;
});

it('does not begin what nobody waits for any more, and tells of what was stored too late', async () => {
  const { begun, send, lines } = harness();
  // The clock is the test's: a machine that stands still must not make the one that is in time late as well.
  const start = Date.now();
  const clock = jest.spyOn(Date, 'now').mockReturnValue(start);
  try {
    const slow = send('1', '1', {}, start + 5);
    await turn();
    const late = expect(send('2', '2', {}, start + 5)).rejects.toMatchObject({ code: 'unavailable' });
    await untilBegun(begun, 1);
    clock.mockReturnValue(start + 6);
    begun[0]?.end();
    expect(await slow).toMatchObject({ kind: 'created' });
    await late;
  } finally {
    clock.mockRestore();
  }
  expect(idsOf(begun)).toEqual([['1']]);
  expect(lines()).toContainEqual(expect.objectContaining({ outcome: 'created' }));
});

it('never has a room in two commits at once, never lets one message overtake another, and loses none', async () => {
  const arrival = fc.record({ room: fc.constantFrom('a', 'b', 'c', 'd'), endsOne: fc.boolean(), isBusy: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(arrival, { maxLength: 60 }), fc.nat({ max: 6 }), async (arrivals, crowd) => {
      const { begun, send } = harness({ crowd, commits: 3, batch: { messages: 4, text: 1_000 } });
      const open = new Set<Begun>();
      const stored: string[] = [];
      let seen = 0;
      const look = (): void => {
        for (; seen < begun.length; seen++) {
          const commit = begun[seen];
          if (!commit) continue;
          for (const other of open) expect(other.rooms.filter((room) => commit.rooms.includes(room))).toEqual([]);
          open.add(commit);
        }
      };
      const endOne = (isBusy: boolean): void => {
        const [commit] = open;
        if (!commit) return;
        open.delete(commit);
        if (!isBusy || commit.waits) stored.push(...commit.ids);
        commit.end(isBusy && !commit.waits ? 'busy' : 'created');
      };
      const sent = arrivals.map(async ({ room }, place) => send(`${room}${place}`, room));
      for (const { endsOne, isBusy } of arrivals) {
        await turn();
        look();
        if (endsOne) endOne(isBusy);
      }
      for (let turns = 0; stored.length < arrivals.length && turns < 10_000; turns++) {
        await turn();
        look();
        endOne(false);
      }
      expect(stored).toHaveLength(arrivals.length);
      await Promise.all(sent);
      for (const room of ['a', 'b', 'c', 'd']) {
        const places = stored.filter((id) => id.startsWith(room)).map((id) => Number(id.slice(1)));
        expect(places).toEqual(places.toSorted((one, other) => one - other));
      }
    }),
    { numRuns: 150 },
  );
});
