import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { aimsTable } from './aims';
import { isAimed, type Bench } from './bench';
import { append } from './benches/append';
import { gateways } from './benches/gateways';
import { idle } from './benches/idle';
import { join } from './benches/join';
import { closedLoop, fanout, hotRoom, pairs as pairsOfPeople } from './benches/live';
import { overview } from './benches/overview';
import { page } from './benches/page';
import { search } from './benches/search';
import { web } from './benches/web';
import { table } from './comparison';
import { picture } from './picture';
import { Profiling } from './profile/profiling';

/** `npm run bench -- NAME`: measures something of ours beside its baseline, in one run, in turn; or, in a browser, beside what is aimed at. */
const benches: Readonly<Record<string, Bench>> = {
  ...{ append, page, overview, search, web },
  ...{ pairs: pairsOfPeople, fanout, 'hot-room': hotRoom, 'closed-loop': closedLoop, idle, join, gateways },
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    pairs: { type: 'string', default: '5' },
    picture: { type: 'string' },
    profile: { type: 'string' },
    size: { type: 'string' },
  },
});
const [name = ''] = positionals;
const bench = benches[name];
const pairs = Number(values.pairs);
const size = values.size === undefined ? undefined : Number(values.size);
if (bench === undefined || !(pairs >= 1) || (size !== undefined && !(size >= 1))) {
  const known = Object.entries(benches).map(([known, { summary }]) => `  ${known.padEnd(13)}${summary}`);
  process.stderr.write(
    `npm run bench -- NAME [--pairs 5] [--size MESSAGES] [--json] [--picture FILE.svg] [--profile FOLDER]\n\n${known.join('\n')}\n`,
  );
  process.exit(2);
}
// Whoever started this and was killed tells it by closing the channel between them; it keeps nobody here.
process.once('disconnect', () => process.exit(130));
process.channel?.unref();
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const profiling = values.profile === undefined ? undefined : new Profiling(values.profile);
const found = await bench.run({ pairs, size, profiling, say });
const machine = { processors: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.version };
const told = isAimed(found)
  ? { text: aimsTable(found), json: { bench: name, machine, size, figures: found } }
  : { text: table(found), json: { bench: name, machine, pairs, size, comparisons: found } };
if (values.picture !== undefined) writeFileSync(values.picture, picture(`npm run bench -- ${name}`, found));
process.stdout.write(values.json ? `${JSON.stringify(told.json, null, 2)}\n` : `${told.text}\n`);
if (profiling !== undefined) say(profiling.draw());
