import { findOrStartRedis, messageOf } from '@parley/server-embedded';
import { findChromium } from '@parley/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCounts } from './counts';
import { runStage, stages } from './stages';

/** `npm test`: everything there is, in the order in which a mistake is found soonest. Stops at the first stage that fails. */
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function prerequisites(dataDir: string): Promise<void> {
  const redis = await findOrStartRedis({ dataDir, install: true, log: say });
  await redis.stop();
  await findChromium(say);
}

const scratch = await mkdtemp(join(tmpdir(), 'parley-test-'));
const countsFile = join(scratch, 'counts.jsonl');
let failedStage: string | undefined;
try {
  await prerequisites(scratch);
  for (const stage of stages) {
    say(`\n── ${stage.title} ──`);
    const start = performance.now();
    const passed = await runStage(stage, countsFile);
    say(`── ${stage.title}: ${passed ? 'passed' : 'FAILED'} in ${Math.round((performance.now() - start) / 1_000)} s`);
    if (!passed) {
      failedStage = stage.title;
      break;
    }
  }
} catch (error) {
  failedStage = messageOf(error);
}
const { passed, failed, failures } = await readCounts(countsFile);
await rm(scratch, { recursive: true, force: true });
if (failedStage !== undefined) say(`\nNot everything passed: ${failedStage}`);
for (const failure of failures) say(`\n${failure}`);
say(`\n${passed} passed, ${failedStage === undefined ? failed : Math.max(1, failed)} failed`);
process.exitCode = failedStage === undefined ? 0 : 1;
