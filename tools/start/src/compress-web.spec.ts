import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compressWeb } from './compress-web';

describe('compressWeb', () => {
  const directory = mkdtempSync(join(tmpdir(), 'parley-compress-'));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it('compresses what gets smaller, and that alone', async () => {
    const script = 'console.log("parley");\n'.repeat(200);
    mkdirSync(join(directory, 'media'));
    writeFileSync(join(directory, 'main.js'), script);
    writeFileSync(join(directory, 'media', 'style.css'), 'a{color:red}'.repeat(200));
    writeFileSync(join(directory, 'small.css'), 'a{}');
    writeFileSync(join(directory, 'font.woff2'), Buffer.alloc(4_096));

    await compressWeb(directory);

    expect(readdirSync(directory).sort()).toEqual([
      'font.woff2',
      'main.js',
      'main.js.br',
      'main.js.gz',
      'media',
      'small.css',
    ]);
    expect(brotliDecompressSync(readFileSync(join(directory, 'main.js.br'))).toString()).toBe(script);
    expect(gunzipSync(readFileSync(join(directory, 'main.js.gz'))).toString()).toBe(script);
    expect(readdirSync(join(directory, 'media')).sort()).toEqual(['style.css', 'style.css.br', 'style.css.gz']);
  });
});
