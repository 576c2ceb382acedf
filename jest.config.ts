import { join } from 'node:path';
import type { Config } from 'jest';
import { aliases } from './tools/workspace/jest/aliases.ts';

/**
 * Tests of everything that runs on Node, as ES modules compiled by SWC (`.swcrc`); a project is chosen with
 * `--rootDir`. Nest 12 is ESM only, hence `NODE_OPTIONS=--experimental-vm-modules` in the targets of nx.json.
 */
const config: Config = {
  testEnvironment: 'node',
  testMatch: ['**/*.spec.ts'],
  // Long enough for a hook that waits for the first start of PostgreSQL on a busy machine (the lender gives up after 90 s):
  // it tells a test that hangs, not one that is slow.
  testTimeout: 120_000,
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleNameMapper: aliases,
  setupFiles: ['reflect-metadata', join(import.meta.dirname, 'tools/workspace/jest/native-errors.ts')],
  reporters: ['default', join(import.meta.dirname, 'tools/test/count-reporter.ts')],
  watchman: false,
};

export default config;
