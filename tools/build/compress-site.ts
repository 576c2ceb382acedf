import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Everything else (fonts, pictures) is compressed already. */
const TEXT = new Set(['.css', '.html', '.ico', '.js', '.json', '.svg', '.txt', '.webmanifest']);
/** Below this a header costs more than the body saves. */
const BYTES_MIN = 1_024;

/** Puts a `.br` and a `.gz` beside each file of a built site that gets smaller by it. @returns the files that were compressed, as paths in `directory` */
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
