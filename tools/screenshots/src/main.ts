import { chromium, devices, type BrowserContextOptions, type Page } from '@playwright/test';
import { chromiumArguments, findChromium, throwAwaySystem } from '@parley/testing';
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { GALLERY } from './gallery';
import { openStudio, sitDown, type Studio } from './studio';
import { arrange, type View } from './view';
import { views } from './views';

/**
 * Takes a picture of every view of the app in its states, filled by the sandbox, on a phone, a tablet and a desk, light and dark: into tmp/screenshots, and
 * those of the gallery into docs/images too. `main.ts [PATTERN] [--screens phone,tablet]` takes only some.
 */
const root = join(import.meta.dirname, '../../..');
const images = join(root, 'docs/images');
const all = join(root, 'tmp/screenshots');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const phone = devices['Pixel 7'];
const screens: Record<string, BrowserContextOptions> = {
  phone: { ...phone, viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
  tablet: { viewport: { width: 820, height: 1180 }, hasTouch: true },
  desktop: { viewport: { width: 1440, height: 900 } },
};
const SCHEMES = ['light', 'dark'] as const;
/** What a picture of the gallery may have at most, in bytes. */
const MOST_BYTES = 110_000;
const SITTERS = ['nobody', 'demo', 'newcomer'] as const;

/** Writes what the page shows now; throws where a picture for the gallery is too large. */
async function take(page: Page, name: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 80 });
  const picture = Buffer.from(data, 'base64');
  await writeFile(join(all, `${name}.webp`), picture);
  if (!GALLERY.has(name)) return;
  if (picture.length > MOST_BYTES) throw new Error(`${name} has ${picture.length} bytes, more than ${MOST_BYTES}.`);
  await writeFile(join(images, `${name}.webp`), picture);
  say(`${name}  ${Math.ceil(picture.length / 1024)} KiB`);
}

/** Brings a view about and takes it in both schemes. */
async function photograph(page: Page, { ids }: Studio, view: View, name: string): Promise<void> {
  const undo = await arrange(page, view);
  const whenThere = (words: string): Promise<void> => page.getByText(words).filter({ visible: true }).first().waitFor();
  try {
    // Also where only what follows # is another: from nothing, so that it is loaded anew.
    await page.goto('about:blank');
    await page.goto(view.path(ids));
    await whenThere(view.shows);
    if (view.act) await view.act(page);
    if (view.then !== undefined) await whenThere(view.then);
    if (!view.server) await page.waitForLoadState('networkidle');
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
      await take(page, `${name}-${colorScheme}`);
    }
  } finally {
    await undo();
  }
}

const { positionals, values } = parseArgs({ allowPositionals: true, options: { screens: { type: 'string' } } });
const wanted = new RegExp(positionals[0] ?? '');
const onScreens = Object.entries(screens).filter(([name]) => values.screens?.split(',').includes(name) ?? true);
const missed: string[] = [];
const executablePath = await findChromium(say);
const { system, places, stop } = await throwAwaySystem({ gateways: 1, distDir: join(root, 'dist') });
try {
  say('Filling the sandbox…');
  const seeder = ['--import', 'tsx', join(root, 'tools/seed/src/main.ts')];
  await promisify(execFile)(process.execPath, seeder, { cwd: root, env: { ...system.callEnv } });
  const browser = await chromium.launch({ executablePath, args: chromiumArguments });
  try {
    await mkdir(images, { recursive: true });
    await mkdir(all, { recursive: true });
    const studio = await openStudio(browser, places);
    for (const [screenName, screen] of onScreens) {
      for (const sitter of SITTERS) {
        const page = await sitDown(studio, screen, sitter);
        for (const view of views.filter(({ by, name }) => by === sitter && wanted.test(name))) {
          const name = `${view.name}-${screenName}`;
          // One that cannot be had is told at the end: all others are worth having.
          await photograph(page, studio, view, name).catch((error: unknown) =>
            missed.push(`${name}: ${String(error)}`),
          );
        }
        await page.context().close();
      }
    }
  } finally {
    await browser.close();
  }
} finally {
  await stop();
}
if (missed.length > 0) throw new Error(`Not taken:\n${missed.join('\n')}`);
