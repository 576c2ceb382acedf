import { readFileSync } from 'node:fs';
import { Copy, DockerfileParser, From } from 'dockerfile-ast';
import { interpolate, type Variables } from './interpolate';

/** What a stage copies. */
export interface CopiedFiles {
  /** The stage that it comes from; null: the build context. */
  readonly from: string | null;
  readonly sources: readonly string[];
  readonly destination: string;
}

/** One stage of a Dockerfile, build arguments put in. */
export interface Stage {
  readonly name: string;
  /** An image, or the name of an earlier stage. */
  readonly base: string;
  readonly copies: readonly CopiedFiles[];
  /** Arguments of every other instruction, in order, as written: `RUN` → `npm ci …`. */
  readonly instructions: readonly { readonly keyword: string; readonly text: string }[];
}

/**
 * The stages of a Dockerfile by name.
 * @param buildArguments as `--build-arg` gives them; those of the file itself are known
 */
export function readStages(path: string, buildArguments: Variables = {}): ReadonlyMap<string, Stage> {
  const dockerfile = DockerfileParser.parse(readFileSync(path, 'utf8'));
  const defaults = dockerfile.getInitialARGs().map((arg) => {
    const property = arg.getProperty();
    return [property?.getName() ?? '', property?.getValue() ?? ''] as const;
  });
  const known = { ...Object.fromEntries(defaults), ...buildArguments };
  const complete = (text: string): string => interpolate(text, known);

  const stages = new Map<
    string,
    { name: string; base: string; copies: CopiedFiles[]; instructions: Stage['instructions'][number][] }
  >();
  let name = '';
  for (const instruction of dockerfile.getInstructions()) {
    if (instruction instanceof From) {
      name = instruction.getBuildStage() ?? '';
      stages.set(name, { name, base: complete(instruction.getImage() ?? ''), copies: [], instructions: [] });
    } else if (instruction instanceof Copy) {
      const paths = instruction.getArguments().map((argument) => complete(argument.getValue()));
      const from =
        instruction
          .getFlags()
          .find((flag) => flag.getName() === 'from')
          ?.getValue() ?? null;
      stages.get(name)?.copies.push({ from, sources: paths.slice(0, -1), destination: paths.at(-1) ?? '' });
    } else {
      const text = (instruction.getArgumentsContent() ?? '').replaceAll(/\\\n\s*/g, '');
      stages.get(name)?.instructions.push({ keyword: instruction.getKeyword(), text });
    }
  }
  return stages;
}

/** What a stage inherits and adds, the first instruction first: the stage's own after those of the stages that it is built on. */
export function instructionsOf(stages: ReadonlyMap<string, Stage>, name: string): Stage['instructions'] {
  const stage = stages.get(name);
  return stage === undefined ? [] : [...instructionsOf(stages, stage.base), ...stage.instructions];
}

/** The last word of that keyword on an image, as JSON where it is in exec form. */
export function lastInstruction(stages: ReadonlyMap<string, Stage>, name: string, keyword: string): string | undefined {
  return instructionsOf(stages, name).findLast((instruction) => instruction.keyword === keyword)?.text;
}

/** The environment that an image brings along. */
export function imageEnvironment(stages: ReadonlyMap<string, Stage>, name: string): Record<string, string> {
  const pairs = instructionsOf(stages, name)
    .filter(({ keyword }) => keyword === 'ENV')
    .flatMap(({ text }) =>
      [...text.matchAll(/(\w+)=(\S+)/g)].map(([, variable = '', value = '']) => [variable, value]),
    );
  return Object.fromEntries(pairs) as Record<string, string>;
}
