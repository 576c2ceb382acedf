import type { Message } from '@parley/contracts';
import fc from 'fast-check';
import { firstSince } from './find-by-date';

const messageAt = (seq: number, at: number): Message => ({
  id: `id-${seq}`,
  roomId: 'room',
  seq,
  revision: seq,
  clientMessageId: `c-${seq}`,
  senderId: 'ana',
  text: 'x',
  createdAt: new Date(at).toISOString(),
  editedAt: null,
  deletedAt: null,
  replyTo: null,
  reactions: [],
  attachments: [],
});

describe('firstSince', () => {
  it('finds what looking at every message would find', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 200 }),
        fc.integer({ min: -1, max: 501 }),
        async (unsorted, since) => {
          const times = unsorted.toSorted((a, b) => a - b);
          const found = await firstSince(since, times.length, async (seq) => messageAt(seq, times[seq - 1] ?? 0));
          const index = times.findIndex((time) => time >= since);
          expect(found).toBe(index < 0 ? times.length + 1 : index + 1);
        },
      ),
    );
  });

  it('finds the first message that is kept where everything before was dropped', async () => {
    for (const [since, seq] of [
      [5, 31],
      [35, 35],
      [99, 41],
    ] as const) {
      expect(await firstSince(since, 40, async (place) => messageAt(Math.max(place, 31), Math.max(place, 31)))).toBe(
        seq,
      );
    }
  });

  it('asks little of a large room', async () => {
    let asked = 0;
    const found = await firstSince(70_000, 100_000, async (seq) => {
      asked += 1;
      return messageAt(seq, seq);
    });
    expect(found).toBe(70_000);
    expect(asked).toBeLessThanOrEqual(17);
  });
});
