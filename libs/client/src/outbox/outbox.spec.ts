import { ParleyError, type Message } from '@parley/contracts';
import { jest } from '@jest/globals';
import { Outbox, OUTBOX_LIMIT } from './outbox';
import { thisMachine } from '../machine';
import type { OutboxEntry } from './outbox-entry';
import { memoryOutboxStore } from './outbox-store';

interface Attempt {
  entry: OutboxEntry;
  succeed: () => Promise<void>;
  fail: (error: Error) => Promise<void>;
}

const entryOf = (text: string, more: Partial<OutboxEntry> = {}): OutboxEntry => ({
  clientMessageId: text,
  roomId: 'a',
  senderId: 'ana',
  text,
  place: 1,
  queuedAt: 0,
  status: 'waiting',
  error: null,
  ...more,
});

async function setup(left: OutboxEntry[] = []) {
  const attempts: Attempt[] = [];
  const delivered: string[] = [];
  const kept = new Map(left.map((entry) => [entry.clientMessageId, entry]));
  const world = { online: true, attempts, delivered, kept };
  const outbox = new Outbox({
    store: memoryOutboxStore(kept),
    machine: { ...thisMachine, random: () => 1 },
    defect: (error) => {
      throw error;
    },
    ownId: () => 'ana',
    online: () => world.online,
    delivered: (message) => delivered.push(message.text ?? ''),
    send: (entry) =>
      new Promise<Message>((resolve, reject) =>
        attempts.push({
          entry,
          succeed: async () => {
            resolve({ clientMessageId: entry.clientMessageId, text: entry.text } as Message);
            await jest.advanceTimersByTimeAsync(0);
          },
          fail: async (error) => {
            reject(error);
            await jest.advanceTimersByTimeAsync(0);
          },
        }),
      ),
  });
  await outbox.takeUp();
  return {
    ...world,
    world,
    outbox,
    statuses: () => outbox.entries.get().map(({ text, status }) => `${text}:${status}`),
  };
}

describe('Outbox', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('keeps what a message answers with it', async () => {
    const { outbox, attempts } = await setup();
    outbox.add('a', 'one', 7);
    outbox.add('b', 'other');
    expect(attempts.map(({ entry }) => entry.replyToSeq)).toEqual([7, undefined]);
  });

  it('sends one message of a room at a time, in order, and rooms beside each other', async () => {
    const { outbox, attempts, delivered } = await setup();
    outbox.add('a', 'one');
    outbox.add('a', 'two');
    outbox.add('b', 'other');
    expect(attempts.map(({ entry }) => entry.text)).toEqual(['one', 'other']);
    await attempts[0]?.succeed();
    expect(attempts[2]?.entry.text).toBe('two');
    await attempts[2]?.succeed();
    expect(delivered).toEqual(['one', 'two']);
  });

  it('sends again what got no answer, under the same id, after a pause that grows', async () => {
    const { outbox, attempts, statuses } = await setup();
    const { clientMessageId } = outbox.add('a', 'one');
    await attempts[0]?.fail(new ParleyError('unavailable', 'No answer came in time.'));
    expect(statuses()).toEqual(['one:waiting']);
    await jest.advanceTimersByTimeAsync(499);
    expect(attempts).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1);
    await attempts[1]?.fail(new ParleyError('unavailable', 'No answer came in time.'));
    await jest.advanceTimersByTimeAsync(999);
    expect(attempts).toHaveLength(2);
    await jest.advanceTimersByTimeAsync(1);
    expect(attempts.map(({ entry }) => entry.clientMessageId)).toEqual([
      clientMessageId,
      clientMessageId,
      clientMessageId,
    ]);
  });

  it('waits as long as the server asks for', async () => {
    const { outbox, attempts } = await setup();
    outbox.add('a', 'one');
    await attempts[0]?.fail(new ParleyError('rate_limited', 'Too fast.', { retryAfterMs: 7_000 }));
    await jest.advanceTimersByTimeAsync(6_999);
    expect(attempts).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(attempts).toHaveLength(2);
  });

  it('keeps what the server refuses, lets the next pass, and sends it again only when told', async () => {
    const { outbox, attempts, statuses } = await setup();
    const { clientMessageId } = outbox.add('a', 'refused');
    outbox.add('a', 'next');
    await attempts[0]?.fail(new ParleyError('forbidden', 'No.'));
    expect(statuses()).toEqual(['refused:failed', 'next:sending']);
    await attempts[1]?.succeed();
    outbox.retry(clientMessageId);
    expect(statuses()).toEqual(['refused:sending']);
    outbox.discard(clientMessageId);
    expect(statuses()).toEqual(['refused:sending']);
    await attempts[2]?.fail(new ParleyError('forbidden', 'No.'));
    outbox.discard(clientMessageId);
    expect(statuses()).toEqual([]);
  });

  it('keeps everything while there is no connection and sends it in order when there is', async () => {
    const { outbox, world, attempts } = await setup();
    world.online = false;
    outbox.add('a', 'one');
    outbox.add('a', 'two');
    expect(attempts).toHaveLength(0);
    world.online = true;
    outbox.flush();
    await attempts[0]?.succeed();
    await attempts[1]?.succeed();
    expect(attempts.map(({ entry }) => entry.text)).toEqual(['one', 'two']);
  });

  it('takes up what an earlier page left, in the order of writing, also what was under way, and nobody else’s', async () => {
    const { statuses, attempts, kept } = await setup([
      entryOf('second', { place: 2 }),
      entryOf('first', { status: 'sending' }),
      entryOf('failed', { place: 3, status: 'failed' }),
      entryOf('theirs', { senderId: 'ben' }),
    ]);
    expect(statuses()).toEqual(['first:sending', 'second:waiting', 'failed:failed']);
    expect(attempts.map(({ entry }) => entry.clientMessageId)).toEqual(['first']);
    expect([...kept.keys()].sort()).toEqual(['failed', 'first', 'second']);
    await attempts[0]?.succeed();
    expect([...kept.keys()].sort()).toEqual(['failed', 'second']);
  });

  it('keeps each message from the moment it shows until it has arrived or is removed', async () => {
    const { outbox, attempts, kept } = await setup();
    const { clientMessageId } = outbox.add('a', 'one');
    expect(kept.get(clientMessageId)?.text).toBe('one');
    await attempts[0]?.fail(new ParleyError('forbidden', 'No.'));
    expect(kept.get(clientMessageId)?.status).toBe('failed');
    outbox.discard(clientMessageId);
    await jest.advanceTimersByTimeAsync(0);
    expect(kept.size).toBe(0);
  });

  it('sends what it has also where the store hangs or fails', async () => {
    const defects: unknown[] = [];
    const sent: string[] = [];
    const never = new Promise<never>(() => undefined);
    const outbox = new Outbox({
      store: { claim: () => never, save: () => Promise.reject(new Error('full')), remove: () => never },
      machine: thisMachine,
      defect: (error) => defects.push(error),
      ownId: () => 'ana',
      online: () => true,
      delivered: () => undefined,
      send: async (entry) => {
        sent.push(entry.text);
        return { clientMessageId: entry.clientMessageId } as Message;
      },
    });
    void outbox.takeUp();
    outbox.add('a', 'one');
    await jest.advanceTimersByTimeAsync(10_000);
    expect(sent).toEqual(['one']);
    expect(outbox.entries.get()).toEqual([]);
    expect(defects.map(String)).toEqual(['Error: full', ...Array(2).fill('Error: no answer within 3000 ms')]);
  });

  it('is bounded', async () => {
    const { outbox, world } = await setup();
    world.online = false;
    for (let i = 0; i < OUTBOX_LIMIT; i++) outbox.add('a', String(i));
    expect(() => outbox.add('a', 'one too many')).toThrow(ParleyError);
  });
});
