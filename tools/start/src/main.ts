import { messageOf, StartupError } from '@parley/server-embedded';
import { HELP, parseArguments } from './arguments';
import { launch } from './launch';
import { Progress } from './progress';
import { Interrupted, listenForEnd, Undoing } from './shutdown';
import { workspaceAt } from './workspace';

const progress = new Progress(process.stdout);
const undoing = new Undoing();
const { end, hurry } = listenForEnd(process);

/** Runs Parley until somebody wants it to end. */
async function run(): Promise<void> {
  const options = parseArguments(process.argv.slice(2), process.env);
  if (options.help) return progress.say(HELP);
  // The bootstrap starts us in the repository.
  await launch({ ...options, workspace: workspaceAt(process.cwd()), progress, undoing, signal: end, hurry });
  await new Promise((resolve) => end.addEventListener('abort', resolve, { once: true }));
}

/** Tells people what went wrong: one sentence where it is for them to put right, everything where it is a defect. */
function explain(error: unknown): void {
  if (error instanceof Interrupted) return;
  process.exitCode = 1;
  if (error instanceof StartupError) return progress.fail(error.message);
  progress.fail(`Parley broke: ${messageOf(error)}`);
  if (error instanceof Error) progress.say(error.stack ?? '');
}

async function finish(): Promise<never> {
  if (!undoing.isEmpty) {
    progress.say('\n  Stopping …');
    await undoing.run((problem) => progress.note(problem));
    progress.say('  Stopped.\n');
  }
  process.exit();
}

// Where the terminal is gone there is nobody to read; what must be ended is ended all the same.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
process.on('uncaughtException', (error) => {
  explain(error);
  void finish();
});
await run().catch(explain);
await finish();
