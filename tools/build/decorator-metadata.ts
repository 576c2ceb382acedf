import { readFile } from 'node:fs/promises';
import { transform } from '@swc/core';
import type { Plugin } from 'esbuild';

/** A decorator at the start of a line or of a parameter: `@Injectable()`, `(@Inject(X) x: X)`. */
const decorator = /(^|[\s(,])@[A-Za-z]\w*/m;

/**
 * Lets SWC (options in `.swcrc`) compile the files that use decorators. esbuild strips the types before it could emit
 * `design:paramtypes`, without which Nest cannot inject by type and TypeORM cannot guess a column's type.
 */
export function decoratorMetadata(): Plugin {
  return {
    name: 'decorator-metadata',
    setup(build) {
      build.onLoad({ filter: /\.ts$/, namespace: 'file' }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        if (!decorator.test(source)) return { contents: source, loader: 'ts' };
        const { code } = await transform(source, { filename: path, sourceFileName: path, sourceMaps: 'inline' });
        return { contents: code, loader: 'js' };
      });
    },
  };
}
