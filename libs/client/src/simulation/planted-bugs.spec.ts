import { jest } from '@jest/globals';
import fc from 'fast-check';
import { Core, type CoreOptions } from '../core';
import { Outbox } from '../outbox/outbox';
import { HandOut } from '../sync/hand-out';
import { MessageLog } from '../sync/message-log';
import { ReadCursor } from '../sync/read-cursor';
import { RevisionTracker } from '../sync/revision-tracker';
import { Room } from '../sync/room';
import { Rooms } from '../sync/rooms';
import { run, schedules, type Tally } from './schedule.fixture';

/** Tries schedules until one fails. Answers what it said, and how many it took. */
async function find(makeCore?: (options: CoreOptions) => Core): Promise<{ found: string; schedules: number }> {
  const tally: Tally = { schedules: 0, steps: 0, moments: 0 };
  const result = await fc.check(
    fc.asyncProperty(schedules, (schedule) => run(schedule, tally, makeCore)),
    { numRuns: 2_000, seed: 2026, endOnFailure: true },
  );
  const found = result.errorInstance instanceof Error ? result.errorInstance.message : '';
  process.stdout.write(`planted: ${found} (after ${result.numRuns} schedules)\n`);
  return { found, schedules: result.numRuns };
}

/** The SDK over ports that are not as they should be. */
const over =
  (change: (options: CoreOptions) => Partial<CoreOptions>) =>
  (options: CoreOptions): Core =>
    new Core({ ...options, ...change(options) });

describe('a bug planted in the SDK is found', () => {
  afterEach(() => jest.restoreAllMocks());

  it('a new id each time that a message is sent', async () => {
    let again = 0;
    const { found } = await find(
      over(({ openTransport }) => ({
        openTransport: (token, events) => {
          const transport = openTransport(token, events);
          return {
            ...transport,
            emit: (name, payload, deadlineMs, answered) =>
              transport.emit(
                name,
                name === 'message:send' ? Object.assign({}, payload, { clientMessageId: `again-${++again}` }) : payload,
                deadlineMs,
                answered,
              ),
          };
        },
      })),
    );
    expect(found).not.toBe('');
  }, 300_000);

  it('what an earlier run left is not taken up', async () => {
    const { found } = await find(
      over(({ outboxStore }) => ({ outboxStore: { ...outboxStore, claim: async () => [] } })),
    );
    expect(found).toMatch(/lost/);
  }, 300_000);

  it('messages are forgotten before they are acknowledged', async () => {
    const { add } = Outbox.prototype;
    jest.spyOn(Outbox.prototype, 'add').mockImplementation(function (this: Outbox, roomId, text) {
      const entry = add.call(this, roomId, text);
      queueMicrotask(() => this.settle({ clientMessageId: entry.clientMessageId } as never));
      return entry;
    });
    expect((await find()).found).toMatch(/lost/);
  }, 300_000);

  it('what was left is sent in the wrong order', async () => {
    const { found } = await find(
      over(({ outboxStore }) => ({
        outboxStore: {
          ...outboxStore,
          claim: async () => (await outboxStore.claim()).map((entry) => ({ ...entry, place: -entry.place })),
        },
      })),
    );
    expect(found).toMatch(/before/);
  }, 300_000);

  it('holes in the revisions are passed over', async () => {
    jest.spyOn(RevisionTracker.prototype, 'see').mockImplementation(function (this: RevisionTracker, revision) {
      const isNews = revision > this.complete;
      this.completeTo(revision);
      return isNews;
    });
    expect((await find()).found).not.toBe('');
  }, 300_000);

  it('an older state of a message is taken for a newer one', async () => {
    const { upsert } = MessageLog.prototype;
    jest.spyOn(MessageLog.prototype, 'upsert').mockImplementation(function (this: MessageLog, message) {
      const known = this.find(message.seq);
      upsert.call(this, known ? { ...message, revision: known.revision + 1 } : message);
    });
    expect((await find()).found).not.toBe('');
  }, 300_000);

  it('a message that comes early is dropped instead of held', async () => {
    const { upsert } = MessageLog.prototype;
    jest.spyOn(MessageLog.prototype, 'upsert').mockImplementation(function (this: MessageLog, message) {
      if (!this.isFollowing || message.seq <= this.last + 1) upsert.call(this, message);
    });
    expect((await find()).found).not.toBe('');
  }, 300_000);

  it('what is told of leaving a room goes unheard', async () => {
    jest.spyOn(Rooms.prototype, 'left').mockImplementation(() => undefined);
    expect((await find()).found).toMatch(/out of it|is loading/);
  }, 300_000);

  it('a token is not renewed on the connection that stands', async () => {
    const { found } = await find(
      over(({ openTransport }) => ({
        openTransport: (token, events) =>
          openTransport(token, {
            ...events,
            fact: (name, payload) => {
              if (name !== 'session:expiring') events.fact(name, payload);
            },
          }),
      })),
    );
    expect(found).toMatch(/could be renewed/);
  }, 300_000);

  it('a read mark that finds the session at its end is given up', async () => {
    jest.spyOn(ReadCursor.prototype, 'serverIsBehind').mockImplementation(() => undefined);
    const { found } = await find(
      over(({ openTransport }) => ({
        openTransport: (token, events) => {
          const transport = openTransport(token, events);
          return {
            ...transport,
            emit: (name, payload, deadlineMs, answered) =>
              transport.emit(name, payload, deadlineMs, (answer) => {
                const isEnded = name === 'room:read' && answer?.ok === false && answer.error.code === 'unauthenticated';
                answered(isEnded ? { ok: false, error: { ...answer.error, code: 'forbidden' } } : answer);
              }),
          };
        },
      })),
    );
    expect(found).toMatch(/the server knows of|has read/);
  }, 300_000);

  it('where the cursor was moved to on another device is not asked for', async () => {
    jest.spyOn(Room.prototype, 'takeRead').mockImplementation(() => undefined);
    expect((await find()).found).toMatch(/has read/);
  }, 300_000);

  it('a message is handed out twice', async () => {
    const { add } = HandOut.prototype;
    jest.spyOn(HandOut.prototype, 'add').mockImplementation(function (this: HandOut, listener, after) {
      const twice: typeof listener = (message, skipped) => [1, 2].forEach(() => listener(message, skipped));
      return add.call(this, twice, after);
    });
    expect((await find()).found).toMatch(/handed out/);
  }, 300_000);
});
