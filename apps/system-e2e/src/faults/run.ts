import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { redisKind } from '@parley/testing';
import { runCampaign } from './campaign';
import { catalogueFor } from './nemesis/catalogue';
import { diskFaults } from './nemesis/disk-faults';
import { toMarkdown } from './report/markdown';

/**
 * The fault suite for as long as one likes: `npm run faults -- --seed 7 --minutes 30`. Writes the report, as Markdown and as JSON, and the history into
 * `tmp/faults`. Ends with 1 where a promise was broken.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    minutes: { type: 'string', default: '5' },
    /** Faults whose kind and name match this alone, such as `^F7`. */
    only: { type: 'string', default: '' },
    /** What is between the gateways: `single`, `sentinels` or `cluster`. */
    redis: { type: 'string', default: 'single' },
    'per-second': { type: 'string', default: '300' },
    people: { type: 'string', default: '36' },
    rooms: { type: 'string', default: '12' },
    /** PostgreSQL on a disk of its own, which gets full now and then; needs root on Linux. */
    'small-disk': { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const out = join(import.meta.dirname, '../../../../tmp/faults');
await mkdir(out, { recursive: true });
const only = new RegExp(values.only);
const redis = redisKind(values.redis);
const tally = await runCampaign({
  ...{ seed, minutes: Number(values.minutes), people: Number(values.people), libraryEach: 4 },
  ...{ rooms: Number(values.rooms), roomMembers: 6, perSecond: Number(values['per-second']) },
  ...{ redis, hearing: true, smallDisk: values['small-disk'] },
  faults: [...catalogueFor(redis), ...(values['small-disk'] ? diskFaults : [])].filter(({ kind, what }) =>
    only.test(`${kind} ${what}`),
  ),
  journal: join(out, `history-${seed}.jsonl`),
  log: (line) => void process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`),
});
const report = toMarkdown(tally);
await writeFile(join(out, `report-${seed}.md`), report);
const { latencies: _, ...kept } = tally;
await writeFile(join(out, `report-${seed}.json`), `${JSON.stringify(kept, null, 2)}\n`);
process.stdout.write(`\n${report}`);
process.exit(tally.violations.length === 0 ? 0 : 1);
