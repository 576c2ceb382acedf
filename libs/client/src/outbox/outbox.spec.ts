import { ParleyError, type Message } from '@parley/contracts';
import { jest } from '@jest/globals';
import { Outbox, OUTBOX_LIMIT } from './outbox';
import type { OutboxEntry, OutboxStore } from './outbox-entry';

interface Attempt {
  entry: OutboxEntry;
  succeed: () => Promise<void>;
  fail: (error: Error) => Promise<void>;
}

function setup(initial: OutboxEntry[] = []) {
  const attempts: Attempt[] = [];
  const delivered: string[] = [];
  const saved: (readonly OutboxEntry[])[] = [];
  const world = { online: true, attempts, delivered, saved };
  const store: OutboxStore = { load: () => initial, save: (entries) => saved.push(entries) };
  const outbox = new Outbox({
    store,
    ownId: () => 'ana',
    online: () => world.online,
    random: () => 1,
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

  it('sends one message of a room at a time, in order, and rooms beside each other', async () => {
    const { outbox, attempts, delivered } = setup();
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
    const { outbox, attempts, statuses } = setup();
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
    const { outbox, attempts } = setup();
    outbox.add('a', 'one');
    await attempts[0]?.fail(new ParleyError('rate_limited', 'Too fast.', { retryAfterMs: 7_000 }));
    await jest.advanceTimersByTimeAsync(6_999);
    expect(attempts).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(attempts).toHaveLength(2);
  });

  it('keeps what the server refuses, lets the next pass, and sends it again only when told', async () => {
    const { outbox, attempts, statuses } = setup();
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
    const { outbox, world, attempts } = setup();
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

  it('takes up what an earlier page left, also what was under way, and nobody else’s', () => {
    const left = (text: string, senderId: string, status: OutboxEntry['status']): OutboxEntry => ({
      clientMessageId: text,
      roomId: 'a',
      senderId,
      text,
      queuedAt: 0,
      status,
      error: null,
    });
    const { outbox, attempts, statuses, saved } = setup([
      left('mine', 'ana', 'sending'),
      left('theirs', 'ben', 'waiting'),
    ]);
    outbox.keepOnly('ana');
    outbox.flush();
    expect(statuses()).toEqual(['mine:sending']);
    expect(attempts.map(({ entry }) => entry.clientMessageId)).toEqual(['mine']);
    expect(saved.at(-1)?.map(({ text }) => text)).toEqual(['mine']);
  });

  it('is bounded', () => {
    const { outbox, world } = setup();
    world.online = false;
    for (let i = 0; i < OUTBOX_LIMIT; i++) outbox.add('a', String(i));
    expect(() => outbox.add('a', 'one too many')).toThrow(ParleyError);
  });
});
