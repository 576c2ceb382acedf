import { runCampaign } from './campaign';
import { catalogue } from './nemesis/catalogue';
import type { Fault } from './nemesis/fault';

/** A few faults of each sort, short, at the same times in each run: what `npm run faults` does for as long as one likes. */
const CHOSEN = [
  ['F1 kill -9 realtime-gateway-1', 2_000],
  ['F3 Redis killed for 2 s', 2_000],
  ['F2 messages dies afterCommit', 1_000],
  ['F7 realtime-gateway-2 cut off Redis', 4_000],
  ['F9 the clock of realtime-gateway-3 five minutes off', 2_000],
] as const;

const faults = CHOSEN.map(([name, ms]): Fault => {
  const fault = catalogue.find(({ kind, what }) => `${kind} ${what}` === name);
  if (!fault) throw new Error(`There is no fault "${name}".`);
  return { ...fault, lasts: [ms, ms] };
});

it('no message is lost, doubled or out of order while parts of the system die', async () => {
  const lines: string[] = [];
  const { injections, violations, notes, sent, rows } = await runCampaign({
    ...{ seed: 20, minutes: 10, stretches: 1, eachOnce: true, faults },
    ...{ people: 6, libraryEach: 3, rooms: 2, roomMembers: 6, perSecond: 60 },
    log: (line) => lines.push(line),
  });
  // What the campaign said explains whatever is broken.
  expect({ violations, notes, lines }).toEqual({ violations: [], notes: [], lines });
  expect(injections.map(({ kind, what }) => `${kind} ${what}`).toSorted()).toEqual(
    CHOSEN.map(([name]) => name).toSorted(),
  );
  for (const { what, effect, overlapping } of injections) {
    expect({ what, tookEffect: effect !== null, hadCompany: overlapping > 0 }).toEqual({
      ...{ what, tookEffect: true, hadCompany: true },
    });
  }
  expect(sent.ok).toBeGreaterThan(0);
  expect(rows).toBeGreaterThanOrEqual(sent.ok);
}, 900_000);
