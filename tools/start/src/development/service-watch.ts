import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundleOptions } from '@parley/build';
import { PROGRAMS, type ProgramName } from '@parley/server-system';
import { context, type BuildContext, type BuildResult, type PluginBuild } from 'esbuild';

/** Told of a program that was built anew, or of the first error of one that could not be. */
export interface ServiceWatchListener {
  rebuilt(program: ProgramName): void;
  failed(program: ProgramName, error: string): void;
}

/** Builds every service again whenever a file that is in it changes. esbuild knows which those are. */
export class ServiceWatch {
  #listener: ServiceWatchListener | undefined;
  readonly #contexts: BuildContext[] = [];

  private constructor(private readonly workspaceRoot: string) {}

  /** Builds everything and begins to watch. @throws Error where something does not compile to begin with */
  static async start(workspaceRoot: string): Promise<ServiceWatch> {
    const watch = new ServiceWatch(workspaceRoot);
    // What is built from now on is not what a whole build would make.
    rmSync(join(workspaceRoot, 'dist/apps/.built-from'), { force: true });
    try {
      await Promise.all(PROGRAMS.map((program) => watch.#watch(program)));
    } catch (error) {
      await watch.stop();
      throw error;
    }
    return watch;
  }

  /** Names who is told from now on. */
  tell(listener: ServiceWatchListener): void {
    this.#listener = listener;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#contexts.map((one) => one.dispose()));
  }

  /** Resolves after the first build. */
  async #watch(program: ProgramName): Promise<void> {
    const first = Promise.withResolvers<void>();
    let isFirst = true;
    const onEnd = ({ errors: [error], outputFiles = [] }: BuildResult): void => {
      const problem = error && `${error.location?.file ?? program}:${error.location?.line ?? 0} ${error.text}`;
      // esbuild itself would remove what it wrote before when a build fails, from under the process that runs on it.
      if (problem === undefined) outputFiles.forEach(({ path, contents }) => write(path, contents));
      if (isFirst && problem === undefined) first.resolve();
      else if (isFirst) first.reject(new Error(problem));
      else if (problem === undefined) this.#listener?.rebuilt(program);
      else this.#listener?.failed(program, problem);
      isFirst = false;
    };
    const options = bundleOptions({ workspaceRoot: this.workspaceRoot, projectRoot: `apps/${program}` });
    const plugins = [...(options.plugins ?? []), { name: 'end', setup: (build: PluginBuild) => build.onEnd(onEnd) }];
    const one = await context({ ...options, plugins, write: false, logLevel: 'silent' });
    this.#contexts.push(one);
    await one.watch();
    await first.promise;
  }
}

function write(path: string, contents: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents);
}
