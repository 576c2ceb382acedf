import type { CDPSession, Page } from '@playwright/test';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { turn, wear } from '../support/look';
import type { Look } from '../reach/walks/walk';
import { GALLERY } from './gallery';
import { LOOKS, type PictureLook, type ScreenName, screens } from './screens';
import { unfold } from './unfold';

const root = join(import.meta.dirname, '../../../..');
/** What a picture of the gallery may have at most, in bytes. */
const MOST_BYTES = 110_000;
const sessions = new WeakMap<Page, CDPSession>();

/** Takes each state that it is shown in every look of a screen, into `tmp/screenshots`. @param isWhole whether what one would scroll to is in the picture too */
export function photographer(part: string, screen: ScreenName, { isWhole = true } = {}): Look {
  return async ({ page }, state) => {
    const fold = isWhole ? await unfold(page) : null;
    // A menu keeps its place while it is open.
    const isHeld = (await page.locator('.cdk-overlay-pane').count()) > 0;
    // The other way round something else would lie under the pointer.
    if (!isHeld) await page.mouse.move(0, 0);
    for (const look of screens[screen].looks) {
      if (isHeld && look === 'from right to left') continue;
      await dress(page, look);
      await take(page, `${fileName(part)}/${fileName(state)}-${screen}-${LOOKS[look]}`);
    }
    await dress(page, 'light');
    await fold?.();
  };
}

async function dress(page: Page, look: PictureLook): Promise<void> {
  await turn(page, look === 'from right to left' ? 'rtl' : 'ltr');
  await wear(page, look === 'from right to left' ? 'light' : look);
}

/** Writes what the page shows now; throws where a picture for the gallery is too large. */
async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    // What is measured when it is drawn is drawn once more.
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  });
  const session = await sessionOf(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 80 });
  const picture = Buffer.from(data, 'base64');
  await write(join(root, 'tmp/screenshots', `${name}.webp`), picture);
  const shown = GALLERY.get(name);
  if (shown === undefined) return;
  if (picture.length > MOST_BYTES) throw new Error(`${name} has ${picture.length} bytes, more than ${MOST_BYTES}.`);
  await write(join(root, 'docs/images', `${shown}.webp`), picture);
}

/** The way to the browser's own tools, one for each page and open as long as it is: the end of one would give a page its network back. */
async function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page));
  sessions.set(page, session);
  return session;
}

async function write(path: string, picture: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, picture);
}

/** What a name is called in that of a file. */
function fileName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
