import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compressSite } from './compress-site';
import { SCRIPT_BYTES_MAX, weighSite } from './site-weight';

describe('the weight of a site', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'parley-weight-'));
    const links = '<link rel="modulepreload" href="chunk-A.js"><link rel="stylesheet" href="styles.css">';
    await writeFile(join(directory, 'index.html'), `${links}<script src="main.js" type="module"></script>`);
    await writeFile(join(directory, 'styles.css'), 'x'.repeat(9_000));
    await writeFile(join(directory, 'chunk-lazy.js'), randomBytes(9_000));
  });
  afterEach(() => rm(directory, { recursive: true }));

  async function built(main: string | Buffer, chunk: string | Buffer): Promise<void> {
    await writeFile(join(directory, 'main.js'), main);
    await writeFile(join(directory, 'chunk-A.js'), chunk);
    await compressSite(directory);
  }

  it('is that of the scripts which the page names, as they are sent', async () => {
    await built('console.log("parley");\n'.repeat(2_000), 'tiny');
    // 46,000 bytes of the same line over and over come to next to nothing.
    const bytes = await weighSite(directory);
    expect(bytes).toBeGreaterThan('tiny'.length);
    expect(bytes).toBeLessThan(1_000);
  });

  it('is refused where it is too much', async () => {
    await built(randomBytes(SCRIPT_BYTES_MAX - 5_000), 'tiny');
    await expect(weighSite(directory)).resolves.toBeLessThanOrEqual(SCRIPT_BYTES_MAX);
    await built(randomBytes(SCRIPT_BYTES_MAX - 5_000), randomBytes(10_000));
    await expect(weighSite(directory)).rejects.toThrow('load lazily');
  });
});
