import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { seenOn, withPlanted } from './page';
import type { Plant } from './plant';
import { plants } from './plants';
import { type Ending, runSpec } from './run-spec';
import { Workshop } from './workshop';

/**
 * Takes each guard of the product away, in a copy of the workspace, and looks whether its test notices. `npm run guards:planted -- --only token` tries
 * those alone whose name holds the word, or one of several with commas between. What was seen goes into docs/security.md. Ends with 1 where a guard was not missed.
 */
const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const root = join(import.meta.dirname, '../../../..');
const words = values.only.split(',');
const chosen = plants.filter(({ guard }) => words.some((word) => guard.includes(word)));
const seen = new Map<string, string>();

const workshop = await Workshop.open(root);
try {
  for (const [spec, mine] of Map.groupBy(chosen, (plant) => plant.spec)) await tryAll(spec, mine);
} finally {
  await workshop.close();
}
await note();
const caught = chosen.filter(({ guard }) => seen.get(guard) === 'caught').length;
say(`\n${chosen.length} guards taken away, ${caught} of them caught by their tests`);
process.exitCode = caught === chosen.length ? 0 : 1;

/** The spec as it is first: what fails anyway proves nothing. */
async function tryAll(spec: string, mine: readonly Plant[]): Promise<void> {
  say(`── ${spec}`);
  const sound = await runSpec(workshop.directory, spec, [...new Set(mine.map(({ test }) => test))]);
  for (const plant of mine) {
    const started = performance.now();
    const outcome =
      sound.kind === 'passed'
        ? toldOf(await workshop.planted(plant, () => runSpec(workshop.directory, spec, [plant.test])))
        : `**fails without it: ${firstLine(sound.why)}**`;
    seen.set(plant.guard, outcome);
    say(`${outcome}: ${plant.guard} (${((performance.now() - started) / 1_000).toFixed(0)} s)`);
  }
}

function toldOf(ending: Ending): string {
  if (ending.kind === 'failed') return 'caught';
  if (ending.kind === 'passed') return '**not caught**';
  return `**${ending.kind}: ${firstLine(ending.why)}**`;
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0]?.slice(0, 120).replaceAll('|', '/') ?? '';
}

async function note(): Promise<void> {
  const page = join(root, 'docs/security.md');
  const text = await readFile(page, 'utf8');
  const before = seenOn(text);
  const made = withPlanted(text, plants, ({ guard }) => seen.get(guard) ?? before.get(guard));
  await writeFile(page, await format(made, { ...(await resolveConfig(page)), filepath: page }));
}
