import { defineConfig, devices } from '@playwright/test';
import { chromiumArguments } from '@parley/testing';
import { chromium, systems } from './src/support/surroundings';
import type { SystemOption } from './src/support/test';

/**
 * Every suite that is about the app itself runs against one gateway; the meeting of two people, what is about gateways, and signing in by an issuer, which is
 * known there alone, against three. One worker: suites that break a process must not do so under another's feet, and a machine with two cores has no more to give.
 */
export default defineConfig<SystemOption>({
  testDir: 'src',
  testMatch: '**/*.e2e-spec.ts',
  tsconfig: 'tsconfig.json',
  outputDir: '../../tmp/web-e2e',
  forbidOnly: true,
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['./src/support/count-reporter.ts']],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: { executablePath: chromium(), args: chromiumArguments },
  },
  projects: [
    {
      name: 'one gateway',
      testIgnore: ['**/gateways/**', '**/meeting/**', '**/account/issuer.e2e-spec.ts'],
      use: { baseURL: systems().one.places.origin, system: systems().one },
    },
    {
      name: 'three gateways',
      testMatch: ['**/gateways/*.e2e-spec.ts', '**/meeting/*.e2e-spec.ts', '**/account/issuer.e2e-spec.ts'],
      use: { baseURL: systems().three.places.origin, system: systems().three },
    },
  ],
});
