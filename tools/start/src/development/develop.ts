import { messageOf, StartupError } from '@parley/server-embedded';
import type { DatabaseName, RunningSystem } from '@parley/server-system';
import type { LaunchOptions } from '../launch';
import type { ToolSurroundings } from '../tools';
import { Restarts } from './restarts';
import { ServiceWatch } from './service-watch';
import { startWebDevServer } from './web-dev-server';

/** What stands in for the build while one develops. */
export interface Development {
  /** Where the web app is served from. */
  readonly webPort: number;
  /** Begins to restart what changes. */
  follow(system: RunningSystem, databases: Readonly<Record<DatabaseName, string>>): void;
}

/**
 * Compiles the services and the web app, and both again whenever their sources change.
 * @throws StartupError when they do not compile to begin with.
 */
export async function startDevelopment(
  { workspace, progress, undoing }: LaunchOptions,
  surroundings: ToolSurroundings,
): Promise<Development> {
  const tell = (line: string): void => progress.note(line);
  const watch = await progress.step(
    'Compiling the services',
    () => ServiceWatch.start(workspace.root).catch((error: unknown) => refuse(error)),
    () => 'Services are compiled, and watched',
  );
  undoing.add('the watch', () => watch.stop());
  const web = await progress.step(
    'Compiling the web app',
    () => startWebDevServer(surroundings, tell),
    () => 'The web app is compiled, and watched',
  );
  undoing.add('the web server', () => web.stop());
  return {
    webPort: web.port,
    follow(system, databases) {
      const restarts = new Restarts({ system, databases, distDir: workspace.distDir, tell });
      watch.tell(restarts);
      undoing.add('the restarts', () => restarts.stop());
    },
  };
}

function refuse(error: unknown): never {
  throw new StartupError(`The services do not compile: ${messageOf(error)}`, { cause: error });
}
