import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildOptions } from 'esbuild';
import { decoratorMetadata } from './decorator-metadata';

/** Where a service's sources are and where its bundle goes, as absolute paths. */
export interface ServiceLayout {
  readonly workspaceRoot: string;
  /** `apps/users` */
  readonly projectRoot: string;
  /** Another program made of the same sources: its `main.ts` is in the folder of this name. The product has none. */
  readonly variant?: string;
}

/** What a service may have besides: its database's migrations, where it has a database, and what whoever runs it does by hand. */
const OTHER_PROGRAMS = ['migrate.ts', 'import-room.ts'];

/** `<workspace>/dist/apps/<service>`; of a variant `<workspace>/dist/<variant>/apps/<service>` */
export function outputFolder({ workspaceRoot, projectRoot, variant = '' }: ServiceLayout): string {
  return join(workspaceRoot, 'dist', variant, projectRoot);
}

/**
 * esbuild's options for one service: `src/main.ts` becomes `main.js`, and so does each of the other programs that it has. Our own libraries are bundled in; packages stay outside and are installed
 * beside it.
 */
export function bundleOptions(layout: ServiceLayout): BuildOptions & { metafile: true; write: true } {
  const sources = join(layout.workspaceRoot, layout.projectRoot, 'src', layout.variant ?? '');
  return {
    absWorkingDir: layout.workspaceRoot,
    entryPoints: [
      join(sources, 'main.ts'),
      ...OTHER_PROGRAMS.map((name) => join(sources, name)).filter((file) => existsSync(file)),
    ],
    outdir: outputFolder(layout),
    tsconfig: join(layout.workspaceRoot, 'tsconfig.base.json'),
    bundle: true,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node24',
    keepNames: true,
    sourcemap: 'linked',
    metafile: true,
    write: true,
    logLevel: 'warning',
    plugins: [decoratorMetadata()],
  };
}
