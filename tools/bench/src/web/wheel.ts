import type { CDPSession, Page } from '@playwright/test';
import { setTimeout as sleep } from 'node:timers/promises';

/** A brisk hand: a notch of 120 px twenty times a second. */
const NOTCH_PX = 120;
const EVERY_MS = 50;

declare global {
  interface Window {
    bench?: { frames: number[]; mostRows: number };
  }
}

/** What a page drew while somebody scrolled. */
export interface Drawn {
  /** Frames in each whole second. */
  readonly framesPerSecond: readonly number[];
  /** The largest number of elements of the kind that was counted. */
  readonly mostRows: number;
}

/** Turns the wheel over the middle of something for so long, and counts frames, and elements of a tag. @param down -1 is towards the beginning */
export async function scroll(
  page: Page,
  over: string,
  { seconds, down, rows }: { seconds: number; down: 1 | -1; rows: string },
): Promise<Drawn> {
  const session = await page.context().newCDPSession(page);
  // The first of them: a room has a second log, of what was just written, for those who hear.
  const box = await page.locator(over).first().boundingBox();
  if (box === null) throw new Error(`${over} is not in view.`);
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.evaluate(startCounting, rows);
  const endsAt = performance.now() + seconds * 1_000;
  while (performance.now() < endsAt) {
    const turnedAt = performance.now();
    await turn(session, at, down);
    await sleep(Math.max(0, EVERY_MS - (performance.now() - turnedAt)));
  }
  await session.detach();
  const { frames, mostRows } = await page.evaluate(stopCounting);
  return { framesPerSecond: perSecond(frames), mostRows };
}

async function turn(session: CDPSession, at: { x: number; y: number }, down: 1 | -1): Promise<void> {
  await session.send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...at, deltaX: 0, deltaY: down * NOTCH_PX });
}

/** Frames by whole second; what is left at the end is no second. @param frames when each was drawn, in milliseconds */
export function perSecond(frames: readonly number[]): number[] {
  const [first = 0, last = 0] = [frames[0], frames.at(-1)];
  const counts = Array.from({ length: Math.floor((last - first) / 1_000) }, () => 0);
  for (const at of frames) {
    const second = Math.floor((at - first) / 1_000);
    if (second < counts.length) counts[second] = (counts[second] ?? 0) + 1;
  }
  return counts;
}

/** Runs in the page. */
function startCounting(rows: string): void {
  const bench = { frames: [] as number[], mostRows: 0 };
  // Kept up to date by the browser: counting costs next to nothing.
  const elements = document.getElementsByTagName(rows);
  const count = (at: number): void => {
    if (window.bench !== bench) return;
    bench.frames.push(at);
    bench.mostRows = Math.max(bench.mostRows, elements.length);
    requestAnimationFrame(count);
  };
  window.bench = bench;
  requestAnimationFrame(count);
}

/** Runs in the page. */
function stopCounting() {
  const { bench } = window;
  delete window.bench;
  return bench ?? { frames: [], mostRows: 0 };
}
