import { findProgram, installPackage } from '@parley/server-embedded';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** How a browser for tests is told apart from the one a person uses, and from what it would fetch by itself. */
export const chromiumArguments = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // Chromium's sandbox cannot be set up by root; what is opened is only ever Parley itself.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/**
 * The system's Chromium or Chrome, or the one that `CHROMIUM_PATH` names; installed first where it is missing and root may.
 * @throws StartupError with one sentence for people where there is none to be had.
 */
export async function findChromium(log: (line: string) => void): Promise<string> {
  const named = process.env['CHROMIUM_PATH'] ?? findProgram(NAMES);
  if (named !== undefined) return named;
  const instead = 'install Chromium or Chrome yourself, or name its program by CHROMIUM_PATH';
  await installPackage('chromium', instead, log);
  const installed = findProgram(NAMES);
  if (installed === undefined) throw new Error(`chromium was installed but is not found: ${instead}.`);
  return installed;
}
