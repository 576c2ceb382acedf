import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { bundleOptions } from './bundle-service';

const workspaceRoot = resolve(import.meta.dirname, '../..');
const isOfTests = (path: string): boolean => /(?:^|\/)(?:faults|failpoints)\//.test(path);

/** The source files that go into a program, by their path in the workspace. */
async function sourcesOf(projectRoot: string, variant?: string): Promise<string[]> {
  const options = bundleOptions({ workspaceRoot, projectRoot, ...(variant !== undefined && { variant }) });
  const { metafile } = await build({ ...options, write: false });
  return Object.keys(metafile.inputs);
}

it.each(['messages', 'realtime-gateway'])(
  'the product’s %s holds no failpoint and no planted mistake; its test build does',
  async (name) => {
    const projectRoot = join('apps', name);
    expect((await sourcesOf(projectRoot)).filter(isOfTests)).toEqual([]);
    expect((await sourcesOf(projectRoot, 'faults')).filter(isOfTests)).toContain(`${projectRoot}/src/faults/main.ts`);
  },
  60_000,
);
