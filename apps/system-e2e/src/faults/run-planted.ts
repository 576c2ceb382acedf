import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCampaign } from './campaign';
import { INVARIANTS } from './check/violation';
import { catalogue } from './nemesis/catalogue';
import { plantedMistakes } from './planted';

/** Proves the checker: plants each mistake into a running system and looks who notices. `npm run faults:planted -- --only swap`. */
const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const out = join(import.meta.dirname, '../../../../tmp/faults');
await mkdir(out, { recursive: true });
const table = ['| planted | into | faults | broken (violations) | caught |', '| --- | --- | --- | --- | --- |'];
let missed = 0;
for (const { name, into, caughtBy, faults, options } of plantedMistakes.filter((each) =>
  each.name.includes(values.only),
)) {
  say(`── ${name}`);
  const tally = await runCampaign({
    ...{ seed: 1, minutes: 5, stretches: 1, people: 6, libraryEach: 3, rooms: 2, roomMembers: 6, perSecond: 100 },
    faults: faults === null ? [] : catalogue.filter(({ kind, what }) => faults.test(`${kind} ${what}`)),
    log: say,
    quietMs: 5_000,
    ...options,
  });
  const counts = INVARIANTS.map((invariant) => ({
    invariant,
    count: tally.violations.filter((violation) => violation.invariant === invariant).length,
  })).filter(({ count }) => count > 0);
  const isCaught = counts.some(({ invariant }) => caughtBy.includes(invariant));
  if (!isCaught) missed++;
  const broken = counts.map(({ invariant, count }) => `${invariant} (${count})`).join(', ');
  table.push(
    `| ${name} | ${into} | ${faults === null ? 'none' : faults.source} | ${broken} | ${isCaught ? 'yes' : '**NO**'} |`,
  );
  say(table.at(-1) ?? '');
}
const report = `${table.join('\n')}\n`;
await writeFile(join(out, 'planted.md'), report);
say(`\n${report}`);
process.exit(missed === 0 ? 0 : 1);
