import { dueOf, figuresOf, partsOf, type Borne } from './tally';

const seat = (...rooms: string[]) => ({ port: 0, auth: '', rooms });
const loaded = { type: 'loaded', elapsedMs: 2_000, acknowledged: 8, late: 2, refused: 0, byRoom: {} } as const;
const borne: Borne = {
  loaded: [
    { ...loaded, ackMs: [1, 2] },
    { ...loaded, elapsedMs: 4_000, ackMs: [3] },
  ],
  heard: [{ type: 'heard', deliveryMs: [5, 6, 7, 8], inTime: 2 }],
  used: { gateways: 30, redis: 10 },
  ms: 5_000,
  idle: { gateways: 4, redis: 0 },
};

it('what is due is heard once by everybody who hears the room', () => {
  const seats = [seat('a'), seat('a', 'b'), seat('b', 'a'), seat('c')];
  expect(dueOf([{ byRoom: { a: 2, b: 1 } }, { byRoom: { a: 1, nobody: 5 } }], seats)).toBe(3 * 3 + 1 * 2);
});

it('costs are of all messages, and what idling would have cost is told apart', () => {
  const figures = figuresOf(borne);
  expect(figures).toMatchObject({ 'CPU µs/message': 2_000, 'CPU µs/delivery': 10_000, 'idle CPU ms/s': 4 });
  expect(figures).toMatchObject({ 'above idle µs/message': 1_000, 'above idle µs/delivery': 5_000 });
  expect(partsOf(borne)).toEqual({ gateways: 500, redis: 500 });
});

it('rates are of what was answered before the end, by the time that it took', () => {
  // 8 in 2 s, and 8 in 4 s.
  expect(figuresOf(borne)).toMatchObject({ 'messages/s': 6, 'deliveries/s': 0.5, 'ack p50 ms': 2 });
});
