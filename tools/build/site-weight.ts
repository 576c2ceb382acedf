import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What a browser may have to fetch of script before anything lazy, in bytes, compressed as it is sent. Well below the 250,000 that a first load may be at most: what is
 * lazy comes on top of it, and what creeps in is to be seen early. Raise it only for what everybody needs before anything else.
 */
export const SCRIPT_BYTES_MAX = 170_000;

/**
 * Bytes of the scripts that the one page of a built site names itself, as they are sent: compressed where they have been.
 * @throws Error where they are more than the site's visitors are to wait for.
 */
export async function weighSite(directory: string, bytesMax = SCRIPT_BYTES_MAX): Promise<number> {
  const html = await readFile(join(directory, 'index.html'), 'utf8');
  const names = new Set([...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, name = '']) => name));
  const sizes = await Promise.all([...names].map((name) => sentSize(join(directory, name))));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  if (bytes > bytesMax)
    throw new Error(
      `The first load has ${bytes} bytes of compressed script, ${bytesMax} are allowed: load lazily what the first view does not need.`,
    );
  return bytes;
}

/** What is too small to be worth compressing is sent as it is. */
async function sentSize(path: string): Promise<number> {
  const sent = await stat(`${path}.br`).catch(() => stat(path));
  return sent.size;
}
