import type { Evidence, FaultSpan, Timing } from '../history/events';
import { checkFrozen } from './check-times';
import { disordersIn } from './disorders';
import { evidence, everywhere, excused, found, goodRun } from './made-up-run.fixture';

const fault = (kind: string, target: string, from: number, until: number): FaultSpan => ({
  ...{ kind, what: 'something', targets: [target], from, until },
});

/** A run in which the last message, acknowledged at 95 ms, was seen so late by the bare socket. */
function seenAt(t: number, more: Partial<Evidence> = {}, onlineAt: readonly number[] = [0]): Evidence {
  const world = goodRun(10);
  const views = world.views.map((view) => ({
    ...view,
    onlineAt: [...onlineAt],
    sights: view.sights.map((sight) => (view.kind === 'heard' && sight.seq === 10 ? { ...sight, t } : sight)),
  }));
  return evidence({ ...world, views }, more);
}

describe('everybody has everything', () => {
  it('within five seconds of the acknowledgement', () => {
    expect(found(seenAt(5_094))).toEqual([]);
    expect(found(seenAt(5_096))).toEqual(['T late']);
    everywhere(
      (world, at) => {
        const views = world.views.map((view) => ({
          ...view,
          sights: view.sights.map((sight) => (sight.seq === at ? { ...sight, t: 60_000 } : sight)),
        }));
        return evidence({ ...world, views });
      },
      'T',
      'late',
    );
  });

  it('within five seconds of healing, of one fault after the other', () => {
    const faults = [fault('F1', 'realtime-gateway-1', 900, 4_000), fault('F3', 'redis', 4_500, 9_000)];
    expect(found(seenAt(13_900, { faults }))).toEqual([]);
    expect(found(seenAt(14_100, { faults }))).toEqual(['T late']);
    // One that came when all should have been over is no reason, and neither is a member who left.
    expect(found(seenAt(6_000, { faults: [fault('F1', 'realtime-gateway-1', 5_500, 6_000)] }))).toEqual(['T late']);
    expect(found(seenAt(6_000, { faults: [fault('F15', 'membership', 50, 6_000)] }))).toEqual(['T late']);
  });

  it('within five seconds of being connected again, or taken in again', () => {
    expect(found(seenAt(13_900, {}, [0, 9_000]))).toEqual([]);
    expect(found(seenAt(14_100, {}, [0, 9_000]))).toEqual(['T late']);
    const back = { userId: 'ben', room: 'r', from: 50, until: 8_000, backAt: 9_000, lastSeq: 10 };
    expect(found(seenAt(13_900, { absences: [back] }))).toEqual([]);
    expect(found(seenAt(14_100, { absences: [back] }))).toEqual(['T late']);
  });

  it('is excused, and said so, for as long as this process did not run', () => {
    const lags = [{ t: 3_000, ms: 2_000 }];
    expect(found(seenAt(7_000, { lags }))).toEqual([]);
    expect(excused(seenAt(7_000, { lags }))).toEqual(['T: the machine stood still']);
    expect(found(seenAt(7_200, { lags }))).toEqual(['T late']);
  });
});

describe('what has a time', () => {
  const timing: Timing = {
    ...{ what: 'given up', limitMs: 10_000, tookMs: 9_000, from: 0, until: 12_000 },
    ...{ needs: ['chatrooms'], by: 'F8 chatrooms->postgres half open' },
  };
  const run = (more: Partial<Timing>, rest: Partial<Evidence> = {}): Evidence =>
    evidence(goodRun(10), { timings: [{ ...timing, ...more }], ...rest });

  it('is late beyond it, and where it never came', () => {
    expect(found(run({}))).toEqual([]);
    expect(found(run({ tookMs: 10_001 }))).toEqual(['T late']);
    expect(found(run({ tookMs: Infinity }))).toEqual(['T late']);
    expect(found(run({ tookMs: Infinity, until: 10_000 }, { lags: [{ t: 5_000, ms: 3_000 }] }))).toEqual(['T late']);
  });

  it('is excused by a machine that stood still, and by another fault that hit what it needs', () => {
    const lags = [{ t: 5_000, ms: 3_000 }];
    expect(excused(run({ tookMs: 11_000 }, { lags }))).toEqual(['T: the machine stood still']);
    const killed = { faults: [fault('F2', 'chatrooms', 1_000, 3_000)] };
    expect(excused(run({ tookMs: 11_000 }, killed))).toEqual(['T: F2 something']);
    const linked = { faults: [fault('L', 'links /^chatrooms->users/', 1_000, 3_000)] };
    expect(excused(run({ tookMs: Infinity }, linked))).toEqual(['T: L something']);
    const elsewhere = { faults: [fault('F2', 'users', 1_000, 3_000)] };
    expect(found(run({ tookMs: 11_000 }, elsewhere))).toEqual(['T late']);
    const itself = { faults: [{ ...fault('F8', 'chatrooms', 0, 12_000), what: 'chatrooms->postgres half open' }] };
    expect(found(run({ tookMs: 11_000 }, itself))).toEqual(['T late']);
  });
});

it('acknowledgements that wait for a Redis that stands still are late', () => {
  const calm = Array.from({ length: 200 }, (_, index) => index);
  const waits = [...calm.slice(0, 195), 4_000, 4_000, 4_000, 4_000, 4_000];
  expect(checkFrozen({ calm, redisFrozen: calm })).toEqual([]);
  expect(checkFrozen({ calm, redisFrozen: waits })).toMatchObject([{ invariant: 'T', harm: 'late' }]);
  expect(checkFrozen({ calm, redisFrozen: waits.slice(0, 50) })).toEqual([]);
});

it('an order that is wrong anywhere in what is shown, far above as well', () => {
  expect(disordersIn([4, 5, 6, 7])).toEqual([]);
  expect(disordersIn([]).concat(disordersIn([9]))).toEqual([]);
  expect(disordersIn([4, 5, 5, 6]).map(({ harm }) => harm)).toEqual(['doubled']);
  expect(disordersIn([4, 5, 4, 5, 6]).map(({ harm }) => harm)).toContain('doubled');
  expect(disordersIn([4, 6, 5, 7]).map(({ harm }) => harm)).toContain('inversion');
  expect(disordersIn([4, 5, 7]).map(({ harm }) => harm)).toEqual(['lost']);
  const world = goodRun(10);
  const views = world.views.map((view) => ({ ...view, disorders: disordersIn([1, 2, 2, 3]) }));
  expect(found(evidence({ ...world, views }))).toEqual(['I3 doubled']);
});

it('another text under an id that is taken is a conflict', () => {
  const conflict = (answer: string): Evidence =>
    evidence(goodRun(10), { conflicts: [{ room: 'r', clientMessageId: 'c1', answer }] });
  for (const answer of ['conflict', 'unknown', 'unavailable', 'not_found']) expect(found(conflict(answer))).toEqual([]);
  for (const answer of ['ok', 'validation_failed', 'forbidden']) expect(found(conflict(answer))).toEqual(['I1 wrong']);
});
