import { mayBeRead, placesToRead, type Progress, type Remaining } from './reading-plan';

const from = new Date('2026-11-01T00:00:00.000Z');
const before = (minutes: number): Date => new Date(from.getTime() - 60_000 * minutes);
/** A room of 100,000 places of which two were read, that reach back so many minutes. */
const room = (minutes: number | undefined, more: Partial<Remaining> = {}): Remaining => ({
  ...{ roomId: '', partition: 0, first: 1, high: 99_998, timesFall: false, read: 2 },
  ...{ time: minutes === undefined ? undefined : before(minutes), ...more },
});
const progress = (more: Partial<Progress>): Progress => ({
  ...{ remaining: [room(2), room(200)], read: 4, hits: 2, missing: 40, from, bound: undefined, ...more },
});

it('reads as many as are likely to have what is missing, by how fast each room was written in', () => {
  // Half of what is read is found: 40 more are in some 80, of which the busy room wrote nearly all.
  expect(placesToRead(progress({ missing: 10 }))).toEqual([27, 0]);
  expect(placesToRead(progress({}))).toEqual([32, 0]);
});

it('reads each room on that may hold something newer, as far back as what was found', () => {
  const found = { missing: 0, bound: before(8) };
  expect(placesToRead(progress({ ...found, remaining: [room(2), room(7)] }))).toEqual([8, 2]);
});

it('does not read what is not there', () => {
  expect(
    placesToRead(progress({ remaining: [room(2, { high: 20, first: 16 })], hits: 4, missing: 0, bound: before(9) })),
  ).toBe(undefined);
  const long = room(500);
  expect(placesToRead(progress({ remaining: [room(2, { high: 20, first: 16 }), long] }))?.[0]).toBe(5);
});

it('leaves to the index what is rare', () => {
  expect(mayBeRead(progress({}))).toBe(true);
  expect(mayBeRead(progress({ hits: 0 }))).toBe(false);
  expect(mayBeRead(progress({ read: 2_000, hits: 1 }))).toBe(false);
  expect(placesToRead(progress({ read: 2_000, hits: 1 }))).toBe(undefined);
});

it('leaves to the index a room of which it is not known when it was written in', () => {
  expect(placesToRead(progress({ remaining: [room(2), room(undefined)] }))).toBe(undefined);
});
