import { join } from 'node:path';
import type { Config } from 'jest';
import { aliases } from './tools/workspace/jest/aliases.ts';

/**
 * Tests of what runs in the browser: zoneless Angular in jsdom. Compiled to CommonJS and without a type check (`npm run
 * typecheck` does that, templates included), so the targets that use this leave NODE_OPTIONS empty.
 */
const config: Config = {
  preset: 'jest-preset-angular',
  transform: {
    '^.+\\.(ts|js|mjs|html|svg)$': [
      'jest-preset-angular',
      {
        tsconfig: join(import.meta.dirname, 'apps/web/tsconfig.spec.json'),
        stringifyContentPathRegex: '\\.(html|svg)$',
      },
    ],
  },
  // Packages that ship ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!.*\\.mjs$|uuid/|virtua/|marked/|qr/|@jsverse/)'],
  testEnvironment: join(import.meta.dirname, 'tools/workspace/jest/browser-environment.ts'),
  testMatch: ['**/*.spec.ts'],
  // Long enough for a test that types on a busy machine: it tells a test that hangs, not one that is slow.
  testTimeout: 30_000,
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  setupFilesAfterEnv: [join(import.meta.dirname, 'tools/workspace/jest/web-test-setup.ts')],
  moduleNameMapper: aliases,
  reporters: ['default', join(import.meta.dirname, 'tools/test/count-reporter.ts')],
  watchman: false,
};

export default config;
