import { parseArgs } from 'node:util';
import { fuzz } from './fuzz';
import { grown, told } from './report';

/**
 * Malformed input for as long as one likes: `npm run fuzz -- --minutes 10 --seed 7`. The same seed makes the same inputs; in which order those of several
 * workers meet is for the machine to say. Ends with 1 where a process ended, an answer was none, or memory grew.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
  },
});
const report = await fuzz({
  ...{ seed: Number(values.seed), minutes: Number(values.minutes) },
  log: (line) => void process.stderr.write(`${line}\n`),
});
process.stdout.write(`${told(report)}\n`);
process.exit(report.crashes.length + report.findings.length + grown(report).length === 0 ? 0 : 1);
