import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compressSite } from './compress-site';

describe('compressing a site', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'parley-site-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  it('adds both forms of what is text and large enough, and leaves the rest alone', async () => {
    const script = 'console.log("parley");\n'.repeat(200);
    await mkdir(join(directory, 'media'));
    await writeFile(join(directory, 'main.js'), script);
    await writeFile(join(directory, 'tiny.js'), 'x');
    await writeFile(join(directory, 'media/font.woff2'), Buffer.alloc(5_000));

    expect(await compressSite(directory)).toEqual(['main.js']);
    expect((await readdir(directory, { recursive: true })).toSorted()).toEqual([
      'main.js',
      'main.js.br',
      'main.js.gz',
      'media',
      'media/font.woff2',
      'tiny.js',
    ]);
    expect(brotliDecompressSync(await readFile(join(directory, 'main.js.br'))).toString()).toBe(script);
    expect(gunzipSync(await readFile(join(directory, 'main.js.gz'))).toString()).toBe(script);
  });
});
