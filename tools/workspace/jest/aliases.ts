import { join } from 'node:path';
import tsconfig from '../../../tsconfig.base.json' with { type: 'json' };

const workspaceRoot = join(import.meta.dirname, '../../..');

/** The path aliases of tsconfig.base.json in the form that Jest's `moduleNameMapper` wants. */
export const aliases: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(tsconfig.compilerOptions.paths).map(([alias, [target = '']]) => [
    `^${alias}$`,
    join(workspaceRoot, target),
  ]),
);
