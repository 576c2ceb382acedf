import { execFile } from 'node:child_process';
import { mkdir, statfs } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ROOMY = '3g';
const TRIES = 20;

/**
 * A file system of its own, in memory, that can be made full at once: it is made as small as what is in it. Only root on Linux can have one.
 * What is forced to this disk is there at once, so times that are measured on it say nothing.
 */
export class SmallDisk {
  private constructor(private readonly path: string) {}

  /** @throws where this process may not mount */
  static async mount(path: string): Promise<SmallDisk> {
    await mkdir(path, { recursive: true });
    await run('mount', ['-t', 'tmpfs', '-o', `size=${ROOMY},mode=755`, 'parley-small-disk', path]);
    return new SmallDisk(path);
  }

  /** Leaves no space. */
  async fill(): Promise<void> {
    for (let tries = 1; ; tries++) {
      const { blocks, bfree, bsize } = await statfs(this.path);
      try {
        return await this.resize(String((blocks - bfree + 1) * bsize));
      } catch (error) {
        // More was written meanwhile than there would be space for.
        if (tries === TRIES) throw error;
        await pause(20);
      }
    }
  }

  clear(): Promise<void> {
    return this.resize(ROOMY);
  }

  async unmount(): Promise<void> {
    await run('umount', ['--lazy', this.path]);
  }

  private async resize(size: string): Promise<void> {
    await run('mount', ['-o', `remount,size=${size}`, this.path]);
  }
}
