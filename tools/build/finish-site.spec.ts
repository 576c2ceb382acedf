import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { SCRIPT_BYTES_MAX } from './site-weight';
import { VIEWS } from './site-views';

const workspaceRoot = resolve(import.meta.dirname, '../..');
const words = ['en', 'de'].map((language) => `libs/web/ui/src/words/${language}.json`);

describe('the build of the web app', () => {
  let dist: string;

  beforeEach(async () => {
    dist = await mkdtemp(join(tmpdir(), 'parley-finished-'));
    const site = join(dist, 'browser');
    await mkdir(site);
    await writeFile(
      join(site, 'index.html'),
      '<script>{ const views = {}; }</script><script src="main.js" type="module"></script>',
    );
    // Everything in one script, joined already.
    const outputs = { 'main.js': { entryPoints: [...Object.values(VIEWS).flat(), ...words], imports: [] } };
    await writeFile(join(dist, 'browser-stats.json'), JSON.stringify({ joined: true, outputs }));
  });
  afterEach(() => rm(dist, { recursive: true }));

  async function finish(main: string | Buffer): Promise<string> {
    await writeFile(join(dist, 'browser/main.js'), main);
    const script = join(workspaceRoot, 'tools/build/finish-site.ts');
    const args = ['--import', 'tsx', script, join(dist, 'browser')];
    const { stdout } = await promisify(execFile)(process.execPath, args, {
      ...{ cwd: workspaceRoot, env: { ...process.env, NODE_OPTIONS: '' } },
    });
    return stdout;
  }

  it('ends with what is done to the site, and fails where its first load is too heavy', async () => {
    await expect(finish('console.log("parley");\n'.repeat(9_000))).resolves.toContain('bytes of script');
    await expect(finish(randomBytes(SCRIPT_BYTES_MAX + 1_000))).rejects.toMatchObject({
      ...{ code: 1, stderr: expect.stringContaining('load lazily') as string },
    });
    const project = JSON.parse(await readFile(join(workspaceRoot, 'apps/web/project.json'), 'utf8')) as {
      targets: Record<string, { options: { command?: string } }>;
    };
    expect(project.targets['build']?.options.command).toContain('tools/build/finish-site.ts dist/apps/web/browser');
  }, 60_000);
});
