import { redisKind } from '@parley/testing';
import { runCampaign } from './campaign';
import { takeoverFaults } from './nemesis/takeover-faults';

/** A master of Redis is killed once, while people write: what `npm run faults -- --redis cluster` does for as long as one likes. */
const faults = takeoverFaults.filter(({ kind }) => kind === 'F3');
const redis = redisKind(process.env['PARLEY_E2E_REDIS'] ?? 'cluster');

it(`no message is lost, doubled or out of order while a master of Redis dies, and no gateway is deaf afterwards (${redis})`, async () => {
  const lines: string[] = [];
  const { injections, violations, notes, sent, rows, shares, timings } = await runCampaign({
    ...{ seed: 21, minutes: 10, stretches: 1, eachOnce: true, redis, faults, hearing: true },
    ...{ people: 6, libraryEach: 3, rooms: 2, roomMembers: 6, perSecond: 60 },
    log: (line) => lines.push(line),
  });
  // What the campaign said explains whatever is broken.
  expect({ violations, notes, lines }).toEqual({ violations: [], notes: [], lines });
  expect(injections.map(({ effect, overlapping }) => effect !== null && overlapping > 0)).toEqual([true]);
  expect(rows).toBeGreaterThanOrEqual(sent.ok);
  // Messages that Redis does not bring are found in the database; what is typed is not.
  expect(timings.map(({ what }) => what)).toEqual(['each gateway hears the others, 192 ways']);
  expect(Math.min(sent.ok, shares.live)).toBeGreaterThan(0);
}, 900_000);
