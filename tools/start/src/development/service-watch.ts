import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundleOptions } from '@parley/build';
import { PROGRAMS, type ProgramName } from '@parley/server-system';
import { context, type BuildContext, type Plugin } from 'esbuild';

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

  /** Builds everything once and begins to watch. @throws esbuild's error where something does not compile */
  static async start(workspaceRoot: string): Promise<ServiceWatch> {
    const watch = new ServiceWatch(workspaceRoot);
    // What is built from now on is not what a whole build would make.
    rmSync(join(workspaceRoot, 'dist/apps/.built-from'), { force: true });
    try {
      await Promise.all(PROGRAMS.map((program) => watch.#build(program)));
      await Promise.all(watch.#contexts.map((one) => one.watch()));
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

  async #build(program: ProgramName): Promise<void> {
    const options = bundleOptions({ workspaceRoot: this.workspaceRoot, projectRoot: `apps/${program}` });
    const one = await context({
      ...options,
      logLevel: 'silent',
      plugins: [...(options.plugins ?? []), this.#ends(program)],
    });
    this.#contexts.push(one);
    await one.rebuild();
  }

  #ends(program: ProgramName): Plugin {
    return {
      name: 'tell',
      setup: (build) => {
        build.onEnd(({ errors }) => {
          const [first] = errors;
          if (first === undefined) this.#listener?.rebuilt(program);
          else
            this.#listener?.failed(
              program,
              `${first.location?.file ?? program}:${first.location?.line ?? 0} ${first.text}`,
            );
        });
      },
    };
  }
}
