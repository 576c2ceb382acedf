import { defineConfig } from '@playwright/test';
import suites from './playwright.config';

/** What takes pictures of every view: on the systems of the suites, two at a time, as nothing here breaks a process under another's feet. */
export default defineConfig(suites, {
  testDir: 'src/pictures',
  testMatch: '**/*.pictures.ts',
  outputDir: '../../tmp/web-e2e-pictures',
  fullyParallel: true,
  workers: 2,
  timeout: 600_000,
  reporter: [['list']],
  use: { screenshot: 'off', trace: 'off' },
  projects: [
    { name: 'one gateway', testIgnore: '**/issuer.pictures.ts' },
    { name: 'three gateways', testMatch: '**/issuer.pictures.ts' },
  ],
});
