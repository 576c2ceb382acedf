import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const gz = promisify(gzip);

const COMPRESSIBLE = /\.(?:html|js|css|json|svg|txt|webmanifest|ico|map)$/;
/** Below this a compressed file is hardly smaller than the packet it travels in. */
const LEAST_BYTES = 1_024;

/** Puts a `.br` and a `.gz` beside every file of the built web app that gets smaller by it, so that the front need not. */
export async function compressWeb(directory: string): Promise<void> {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((path) => COMPRESSIBLE.test(path));
  await Promise.all(
    files.map(async (path) => {
      const content = readFileSync(join(directory, path));
      if (content.length < LEAST_BYTES) return;
      const compressed = {
        br: await brotli(content, {
          params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
        }),
        gz: await gz(content, { level: 9 }),
      };
      for (const [ending, bytes] of Object.entries(compressed)) {
        if (bytes.length < content.length) writeFileSync(join(directory, `${path}.${ending}`), bytes);
      }
    }),
  );
}
