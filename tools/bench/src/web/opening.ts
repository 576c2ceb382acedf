import type { Page } from '@playwright/test';
import type { AimedFigure } from '../aims';
import { quantile } from '../comparison';
import type { WebSystem } from '../surroundings/web-system';
import { moveIn, sitDown } from './sitting';

const OPENS = 20;
/** Chromium keeps what a script was compiled to from the second time on. */
const VISITS_BEFORE = 3;
const AIM = { atMost: 1_000 };

declare global {
  interface Window {
    /** When what was waited for had been drawn, in milliseconds since the page began to load. */
    benchShownAt?: number;
  }
}

/** How long the long room takes to open in each way, and the app itself with warm caches; p95 of twenty each. */
export async function opening(system: WebSystem, say: (line: string) => void): Promise<AimedFigure[]> {
  const { reader, roomId, newest, otherName } = system;
  const path = `/rooms/${roomId}`;
  const times: Record<'click' | 'again' | 'cold' | 'warm' | 'app' | 'reload', number[]> = {
    ...{ click: [], again: [], cold: [], warm: [], app: [], reload: [] },
  };

  say(`Opening the room ${OPENS} times, each way …`);
  for (let open = 0; open < OPENS; open++) {
    say(`  ${open + 1}`);
    const { context, page } = await sitDown(system, reader);
    times.cold.push(await load(page, path, '[role=log] article', newest));
    await load(page, '/rooms', 'parley-overview li', otherName);
    times.click.push(await click(page, roomId, newest));
    await page.goBack();
    await page.locator('parley-no-room').waitFor();
    times.again.push(await click(page, roomId, newest));
    await context.close();
  }

  say(`Opening it ${OPENS} times where it was opened before …`);
  const { page, close } = await moveIn(system, reader);
  for (let open = -VISITS_BEFORE; open < OPENS; open++) {
    const rooms = ['/rooms', 'parley-overview li', otherName] as const;
    const [room, app, reload] = [
      await load(page, path, '[role=log] article', newest),
      await load(page, ...rooms),
      await load(page, ...rooms, 'the same'),
    ];
    if (open < 0) continue;
    times.warm.push(room);
    times.app.push(app);
    times.reload.push(reload);
  }
  await close();
  const figure = (name: string, of: readonly number[]): AimedFigure => ({
    ...{ name, unit: 'ms p95', value: quantile(of, 0.95), aim: AIM },
    note: `median ${Math.round(quantile(of, 0.5))}, of ${of.length}`,
  });
  return [
    figure('the room by a click, for the first time', times.click),
    figure('the room by a click, once more', times.again),
    figure('the room by its address, empty caches', times.cold),
    figure('the room by its address, warm caches', times.warm),
    figure('the app, warm caches', times.app),
    figure('the app, warm caches, in the same process', times.reload),
  ];
}

/**
 * Loads a page, in a process of its own as one that was opened from elsewhere, or in the one that it is in as with F5.
 * @returns how long until the last element of a kind says so and is in view, in milliseconds
 */
async function load(
  page: Page,
  path: string,
  selector: string,
  text: string,
  process: 'new' | 'the same' = 'new',
): Promise<number> {
  if (process === 'new') await page.goto('about:blank');
  await page.goto(path, { waitUntil: 'commit' });
  await page.evaluate(whenShown, { selector, text, click: null });
  const shownAt = await page.evaluate(() => window.benchShownAt ?? Number.NaN);
  // What is fetched ahead belongs to this opening, not to the next.
  await page.waitForLoadState('networkidle');
  return shownAt;
}

/** Opens the room by its row in the overview. @returns how long it took, in milliseconds */
async function click(page: Page, roomId: string, newest: string): Promise<number> {
  const row = `parley-overview a[href="/rooms/${roomId}"]`;
  await page.locator(row).waitFor();
  const clickedAt = await page.evaluate(whenShown, { selector: '[role=log] article', text: newest, click: row });
  return (await page.evaluate(() => window.benchShownAt ?? Number.NaN)) - clickedAt;
}

/** Runs in the page: clicks, waits frame by frame for the last of some elements to say something and to be in view, and notes the frame after. */
async function whenShown({ selector, text, click }: { selector: string; text: string; click: string | null }) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const isShown = (): boolean => {
    const last = [...document.querySelectorAll(selector)].at(-1);
    const box = last?.getBoundingClientRect();
    return (last?.textContent.includes(text) ?? false) && box !== undefined && box.height > 0 && box.top < innerHeight;
  };
  const startedAt = performance.now();
  if (click !== null) document.querySelector<HTMLElement>(click)?.click();
  // By a timer: frames may be what does not come.
  const tooLate = new Promise<never>((_, reject) =>
    setTimeout(() => {
      const seen = [...document.querySelectorAll(selector)].at(-1)?.textContent ?? document.body.textContent;
      reject(new Error(`“${text}” does not show at ${location.pathname} (${document.visibilityState}): ${seen}`));
    }, 60_000),
  );
  while (!isShown()) await Promise.race([frame(), tooLate]);
  await Promise.race([frame(), tooLate]);
  window.benchShownAt = performance.now();
  return startedAt;
}
