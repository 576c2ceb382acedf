import type { Absence, Asked, FaultSpan } from '../history/events';
import { evidence, everywhere, excused, found, goodRun } from './made-up-run.fixture';

/** Ben goes out as the message at 10 is acknowledged, at 100 ms, and is invited again after twenty seconds. */
const absence: Absence = { userId: 'ben', room: 'r', from: 100, until: 20_000, backAt: 20_100, lastSeq: 10 };

/** All of a run but that Ben, who is out, is told this message (or else) at that moment; he has the others from before. */
function told(at: number, hint?: string, more: Parameters<typeof evidence>[1] = {}) {
  const world = goodRun(11);
  const views = world.views.map((view) => ({
    ...view,
    isComplete: false,
    sights: view.sights.map((sight) => (hint === undefined && sight.seq === 11 ? { ...sight, t: at } : sight)),
    hints: hint === undefined ? [] : [{ t: at, what: hint }],
  }));
  return evidence({ ...world, views }, { absences: [absence], ...more });
}

const fault = (kind: string, target: string, from: number, until: number): FaultSpan => ({
  ...{ kind, what: 'something', targets: [target], from, until },
});

describe('somebody who is out of a room', () => {
  it('may be told something for a second, and nothing after it, whatever place it has', () => {
    expect(found(told(1_099))).toEqual([]);
    expect(found(told(1_101))).toContain('I6 leak');
    expect(found(told(19_999))).toContain('I6 leak');
    everywhere(
      (world, at) =>
        evidence(world, { absences: [{ ...absence, from: at * 10 - 2_000, until: 1_000_000, lastSeq: 1_000 }] }),
      'I6',
      'leak',
    );
  });

  it('is told nothing else of it either: not who reads, nor that it has another name', () => {
    expect(found(told(1_101, 'room:readMoved'))).toContain('I6 leak');
  });

  it('may hear of it again once the invitation is on its way', () => {
    expect(found(told(20_050, 'room:joined'))).toEqual([]);
  });

  it('is excused, and said so, where the news was lost, for as long as a gateway may take to find out by itself', () => {
    const cut = fault('F7', 'links /^realtime-gateway-1->redis/', 50, 3_000);
    expect(found(told(2_500, undefined, { faults: [cut] }))).not.toContain('I6 leak');
    expect(excused(told(2_500, undefined, { faults: [cut] }))).toContain('I6: F7 something');
    expect(found(told(2_700, undefined, { faults: [cut] }))).toContain('I6 leak');
    const elsewhere = fault('F5', 'postgres', 50, 10_000);
    expect(found(told(2_000, undefined, { faults: [elsewhere] }))).toContain('I6 leak');
  });

  it('is excused, and said so, where a gateway stood still, until that was healed', () => {
    const frozen = fault('F6', 'realtime-gateway-1', 50, 3_000);
    expect(excused(told(7_900, undefined, { faults: [frozen] }))).toContain('I6: F6 something');
    expect(found(told(8_100, undefined, { faults: [frozen] }))).toContain('I6 leak');
  });

  it('is excused where this process could not look sooner', () => {
    const lags = [{ t: 2_000, ms: 1_500 }];
    expect(found(told(2_050, undefined, { lags }))).not.toContain('I6 leak');
    expect(excused(told(2_050, undefined, { lags }))).toContain('I6: the machine stood still');
    expect(found(told(3_050, undefined, { lags }))).toContain('I6 leak');
  });
});

it('somebody who was taken in again has everything at the end, what was said meanwhile too', () => {
  everywhere(
    (world, at) => {
      const backAt = at * 10;
      const views = world.views.map((view) => ({
        ...view,
        sights: view.sights.filter(({ seq }) => seq !== at + 1),
        final: view.final?.filter(({ seq }) => seq !== at + 1) ?? null,
      }));
      const away = { ...absence, from: backAt - 20, until: backAt - 10, backAt };
      return evidence({ ...world, views }, { absences: [away] });
    },
    'I3',
    'lost',
  );
});

describe('who asks about a room that they are not in', () => {
  const asked = (code: string, text = `{"code":"${code}"}`, elsewhere = text): Asked => ({
    ...{ who: 'eve', question: 'GET /chatrooms/{id}', room: 'r' },
    ...{ told: { code, text }, elsewhere: { code: 'not_found', text: elsewhere } },
  });
  const foundOf = (one: Asked): string[] => found(evidence(goodRun(10), { asked: [one] }));

  it('is no proof of anything where no answer could be compared', () => {
    const all = Array.from({ length: 200 }, () => asked('unauthenticated'));
    expect(found(evidence(goodRun(10), { asked: all }))).toEqual(['I6 wrong']);
    expect(found(evidence(goodRun(10), { asked: [...all, asked('not_found')] }))).toEqual([]);
  });

  it.each(['not_found', 'unavailable', 'unauthenticated', 'rate_limited'])('may be answered %s', (code) => {
    expect(foundOf(asked(code))).toEqual([]);
  });

  it('may be answered nothing', () => {
    expect(foundOf({ ...asked('200'), told: null })).toEqual([]);
  });

  it.each(['200', 'ok', 'forbidden', 'conflict', 'validation_failed', '204'])('is not answered %s', (code) => {
    expect(foundOf(asked(code))).toEqual(['I6 leak']);
  });

  it('is answered as of a room that there is not, but for ids', () => {
    const ids = ['0198a4c2-9f61-7d10-a1b2-c3d4e5f60718', '0198a4c2-0000-7d10-a1b2-c3d4e5f60718'];
    const of = (id: string | undefined, detail: string): string =>
      `{"code":"not_found","detail":"${detail}","requestId":"req-${id?.slice(0, 4)}${detail.length}","room":"${id}"}`;
    expect(foundOf(asked('not_found', of(ids[0], 'No room.'), of(ids[1], 'No room.')))).toEqual([]);
    expect(foundOf(asked('not_found', of(ids[0], 'Not yours.'), of(ids[1], 'No room.')))).toEqual(['I6 leak']);
  });
});

it('anything with a nonce that reached the wrong one is a leak', () => {
  const leaks = [{ where: 'eve was sent 42["message:created"', room: 'r' }];
  expect(found(evidence(goodRun(10), { leaks }))).toEqual(['I6 leak']);
});
