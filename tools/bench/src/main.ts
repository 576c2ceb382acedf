import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import type { Bench } from './bench';
import { append } from './benches/append';
import { overview } from './benches/overview';
import { page } from './benches/page';
import { table } from './comparison';

/** `npm run bench -- NAME`: measures something of ours beside its baseline, in one run, in turn. */
const benches: Readonly<Record<string, Bench>> = { append, page, overview };

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    pairs: { type: 'string', default: '5' },
    size: { type: 'string' },
  },
});
const [name = ''] = positionals;
const bench = benches[name];
const pairs = Number(values.pairs);
const size = values.size === undefined ? undefined : Number(values.size);
if (bench === undefined || !(pairs >= 1) || (size !== undefined && !(size >= 1))) {
  const known = Object.entries(benches).map(([known, { summary }]) => `  ${known.padEnd(10)}${summary}`);
  process.stderr.write(`npm run bench -- NAME [--pairs 5] [--size MESSAGES] [--json]\n\n${known.join('\n')}\n`);
  process.exit(2);
}
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const comparisons = await bench.run({ pairs, size, say });
const machine = { processors: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.version };
process.stdout.write(
  values.json
    ? `${JSON.stringify({ bench: name, machine, pairs, size, comparisons }, null, 2)}\n`
    : `${table(comparisons)}\n`,
);
