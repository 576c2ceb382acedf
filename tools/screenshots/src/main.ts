import { chromium, devices, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import type { OverviewItem, OwnProfile } from '@parley/contracts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '@parley/seed';
import { Api, chromiumArguments, findChromium, throwAwaySystem } from '@parley/testing';
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { views, type Ids } from './views';

/** Takes a picture of every view of the app, filled by the sandbox, on a phone and on a desk, light and dark, into docs/images. */
const root = join(import.meta.dirname, '../../..');
const images = join(root, 'docs/images');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const phone = devices['Pixel 7'];
const screens: Record<string, BrowserContextOptions> = {
  phone: { ...phone, viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
  desktop: { viewport: { width: 1440, height: 900 } },
};
/** What a picture may have at most, in bytes. */
const MOST_BYTES = 150_000;

async function demoIds(origin: string): Promise<Ids> {
  const [email] = DEMO_ACCOUNTS;
  const { body } = await new Api(origin).post<{ user: OwnProfile; accessToken: string }>('/auth/login', {
    ...{ email, password: DEMO_PASSWORD, session: 'token' },
  });
  const api = new Api(origin, body.accessToken);
  const rooms = (await api.get<{ items: OverviewItem[] }>('/chatrooms?limit=100')).body.items;
  await api.post('/auth/logout');
  const longest = rooms.toSorted((a, b) => b.lastSeq - a.lastSeq)[0];
  const group = rooms.find(({ kind }) => kind === 'group');
  const other = longest?.members.find(({ user }) => user.id !== body.user.id);
  if (!longest || !group || !other) throw new Error('The sandbox lacks the rooms that are to be shown.');
  return { roomId: longest.id, otherId: other.user.id, groupId: group.id };
}

/** Where pictures are taken. */
interface Studio {
  readonly browser: Browser;
  readonly origin: string;
  readonly ids: Ids;
}

/** Opens a browser of the demo account's on a screen; of nobody's where it is not signed in. */
async function sitDown({ browser, origin }: Studio, screen: BrowserContextOptions, isSignedIn: boolean): Promise<Page> {
  const context = await browser.newContext({ ...screen, baseURL: origin, locale: 'en-GB', reducedMotion: 'reduce' });
  const data = { email: DEMO_ACCOUNTS[0], password: DEMO_PASSWORD };
  if (isSignedIn) await context.request.post('/api/v1/auth/login', { data });
  return context.newPage();
}

/** Writes what the page shows now; throws where the picture is too large. */
async function take(page: Page, file: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 82 });
  const picture = Buffer.from(data, 'base64');
  if (picture.length > MOST_BYTES) throw new Error(`${file} has ${picture.length} bytes, more than ${MOST_BYTES}.`);
  await writeFile(join(images, file), picture);
  say(`${file}  ${Math.ceil(picture.length / 1024)} KiB`);
}

async function takeAll(studio: Studio): Promise<void> {
  await mkdir(images, { recursive: true });
  for (const [name, screen] of Object.entries(screens)) {
    const pages = { signedIn: await sitDown(studio, screen, true), signedOut: await sitDown(studio, screen, false) };
    for (const view of views) {
      const page = view.isSignedOut ? pages.signedOut : pages.signedIn;
      await page.goto(view.path(studio.ids));
      await page.getByText(view.shows).filter({ visible: true }).first().waitFor();
      await page.waitForLoadState('networkidle');
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
        await take(page, `${view.name}-${name}-${colorScheme}.webp`);
      }
    }
  }
}

const executablePath = await findChromium(say);
const { system, places, stop } = await throwAwaySystem({ gateways: 1, distDir: join(root, 'dist') });
try {
  say('Filling the sandbox…');
  const seeder = ['--import', 'tsx', join(root, 'tools/seed/src/main.ts')];
  await promisify(execFile)(process.execPath, seeder, { cwd: root, env: { ...system.callEnv } });
  const browser = await chromium.launch({ executablePath, args: chromiumArguments });
  try {
    await takeAll({ browser, origin: places.origin, ids: await demoIds(places.origin) });
  } finally {
    await browser.close();
  }
} finally {
  await stop();
}
