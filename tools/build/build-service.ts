/** Builds one service: `tsx tools/build/build-service.ts apps/users` → dist/apps/users, ready to run or to copy into an image. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { bundleOptions, outputFolder, type ServiceLayout } from './bundle-service';
import { importedPackages, serviceManifest, type Lock } from './service-manifest';

/** npm repeats the workspace's own version at the top of its lock. */
type WorkspaceLock = Lock & { readonly version: string };

const [projectRoot, variant] = process.argv.slice(2);
if (projectRoot === undefined) throw new Error('usage: build-service <project root, such as apps/users> [variant]');

const layout: ServiceLayout = {
  workspaceRoot: resolve(import.meta.dirname, '../..'),
  projectRoot,
  ...(variant && { variant }),
};
const output = outputFolder(layout);
await rm(output, { recursive: true, force: true });
await mkdir(output, { recursive: true });
const { metafile } = await build(bundleOptions(layout));

const lock = JSON.parse(await readFile(join(layout.workspaceRoot, 'package-lock.json'), 'utf8')) as WorkspaceLock;
const service = serviceManifest(`parley-${basename(projectRoot)}`, lock.version, importedPackages(metafile), lock);
await writeFile(join(output, 'package.json'), `${JSON.stringify(service.manifest, null, 2)}\n`);
await writeFile(join(output, 'package-lock.json'), `${JSON.stringify(service.lock, null, 2)}\n`);
