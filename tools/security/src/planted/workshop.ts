import { existsSync } from 'node:fs';
import { chmod, cp, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Plant, withoutGuard } from './plant';

const FOLDERS = ['apps', 'libs', 'tools'];
const LEFT_OUT = new Set(['node_modules', 'dist', 'tmp', 'test-results', 'playwright-report', '.angular']);
/** How long the PostgreSQL that tests shared may take to end after the last of them. */
const ENDING_MS = 60_000;

/** A copy of the workspace's sources, in which guards can be taken away. The workspace itself is read and nothing else. */
export class Workshop {
  private constructor(readonly directory: string) {}

  /** @param root of the workspace */
  static async open(root: string): Promise<Workshop> {
    const directory = await realpath(await mkdtemp(join(tmpdir(), 'parley-planted-')));
    // PostgreSQL runs as another account where the tests run as root.
    await chmod(directory, 0o755);
    for (const entry of await readdir(root, { withFileTypes: true })) {
      const isCopied = entry.isDirectory()
        ? FOLDERS.includes(entry.name)
        : /\.(js|ts|json)$|^\.swcrc$/.test(entry.name);
      if (!isCopied) continue;
      const filter = (path: string): boolean => !LEFT_OUT.has(path.split('/').at(-1) ?? '');
      await cp(join(root, entry.name), join(directory, entry.name), { recursive: true, filter });
    }
    await symlink(join(root, 'node_modules'), join(directory, 'node_modules'));
    return new Workshop(directory);
  }

  /** Takes the guard away while `work` goes on. */
  async planted<T>(plant: Plant, work: () => Promise<T>): Promise<T> {
    const path = join(this.directory, plant.file);
    const sound = await readFile(path, 'utf8');
    await writeFile(path, withoutGuard(sound, plant));
    try {
      return await work();
    } finally {
      await writeFile(path, sound);
    }
  }

  /** Removes the copy, once the PostgreSQL that its tests shared has ended. */
  async close(): Promise<void> {
    const until = performance.now() + ENDING_MS;
    while (existsSync(join(this.directory, 'tmp/lender')) && performance.now() < until) await sleep(500);
    await rm(this.directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 });
  }
}
