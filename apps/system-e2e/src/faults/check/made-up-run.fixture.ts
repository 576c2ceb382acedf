import fc from 'fast-check';
import type { Evidence, Row, Sending, Sight, View } from '../history/events';
import { judge } from './checker';
import type { Harm, Invariant } from './violation';

export interface World {
  rows: Row[];
  sendings: Sending[];
  views: View[];
}

/** A run in which nothing went wrong: `count` messages in one room, seen by the SDK and by a bare socket. */
export function goodRun(count: number): World {
  const rows = Array.from({ length: count }, (_, index): Row => ({
    ...{ room: 'r', seq: index + 1, revision: index + 1, id: `id${index}`, clientMessageId: `c${index}` },
    ...{ sender: 'ana', text: `text ${index}`, isEdited: false, reactions: '' },
  }));
  const sendings = rows.map(({ clientMessageId, text, seq, id }, index): Sending => ({
    ...{ process: 'ana', room: 'r', sender: 'ana', clientMessageId, text: text ?? '', seq, id },
    ...{ invokedAt: index * 10, outcome: 'ok', endedAt: index * 10 + 5 },
  }));
  const sights = rows.map((row): Sight => ({ ...row, t: row.seq * 10, by: 'fact' }));
  const view = { userId: 'ben', room: 'r', isComplete: true, since: 0, onlineAt: [0], hints: [], disorders: [] };
  return {
    rows,
    sendings,
    views: [
      { ...view, viewer: 'ben-sdk', kind: 'shown', sights: [...sights], final: [...sights] },
      { ...view, viewer: 'ben-bare', kind: 'heard', sights: [...sights], final: null },
    ],
  };
}

export function evidence({ rows, sendings, views }: World, more: Partial<Evidence> = {}): Evidence {
  const heads = [{ room: 'r', lastSeq: rows.length, revision: rows.length }];
  return {
    ...{ rows, sendings, views, heads, absences: [], unread: [], cursors: [], leaks: [], asked: [] },
    ...{ changings: [], faults: [], lags: [], timings: [], conflicts: [] },
    ...more,
  };
}

export const found = (run: Evidence): string[] => [
  ...new Set(judge(run).violations.map(({ invariant, harm }) => `${invariant} ${harm}`)),
];

/** What looks broken and has an excuse, as `invariant: excuse`. */
export const excused = (run: Evidence): string[] => [
  ...new Set(judge(run).excused.map(({ invariant, excuse }) => `${invariant}: ${excuse}`)),
];

/** A run of at least ten messages and a place in its middle. */
const somewhere = fc
  .integer({ min: 10, max: 40 })
  .chain((count) => fc.tuple(fc.constant(count), fc.integer({ min: 1, max: count - 3 })));

export function everywhere(plant: (world: World, at: number) => Evidence, invariant: Invariant, harm: Harm): void {
  fc.assert(
    fc.property(somewhere, ([count, at]) => {
      expect(found(plant(goodRun(count), at))).toContain(`${invariant} ${harm}`);
    }),
    { numRuns: 50 },
  );
}

export const rowAt = ({ rows }: World, at: number): Row => {
  const row = rows[at];
  if (!row) throw new Error('no such row');
  return row;
};
