/**
 * Puts a `.br` and a `.gz` beside each file of a built site that gets smaller by it, and fails where the first load is too heavy even so:
 * `tsx tools/build/compress-site.ts dist/apps/web/browser`.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { weighSite } from './site-weight';

/** Everything else (fonts, pictures) is compressed already. */
const TEXT = new Set(['.css', '.html', '.ico', '.js', '.json', '.svg', '.txt', '.webmanifest']);
/** Below this a header costs more than the body saves. */
const BYTES_MIN = 1_024;

/** @returns the files that were compressed, as paths in `directory` */
export async function compressSite(directory: string): Promise<string[]> {
  const files = await readdir(directory, { recursive: true });
  const done: string[] = [];
  for (const file of files.filter((name) => TEXT.has(extname(name)))) {
    const path = join(directory, file);
    const content = await readFile(path);
    if (content.length < BYTES_MIN) continue;
    const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
    await writeFile(`${path}.br`, await promisify(brotliCompress)(content, { params }));
    await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
    done.push(file);
  }
  return done;
}

const [directory] = process.argv.slice(2);
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (directory === undefined) throw new Error('usage: compress-site <directory of the built site>');
  console.log(`${(await compressSite(directory)).length} files compressed`);
  console.log(`${await weighSite(directory)} bytes of script in the first load`);
}
