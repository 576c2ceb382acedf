import type { Page } from '@playwright/test';
import type { AimedFigure } from '../aims';
import { median, quantile } from '../comparison';
import { ROOMS, type WebSystem } from '../surroundings/web-system';
import { sitDown } from './sitting';
import { scroll, type Drawn } from './wheel';

const FRAMES = { atLeast: 50 };
/** Until the SDK holds as much of the room as it ever does, in seconds; and the rest of the minute. */
const EARLY_S = 15;
const LATE_S = 45;
const OVERVIEW_S = 10;
const LOG = '[role=log]';

/** A minute of scrolling towards the beginning of the long room, ten seconds through the overview, and what this machine can draw at all. */
export async function scrolling(system: WebSystem, say: (line: string) => void): Promise<AimedFigure[]> {
  const { context, page } = await sitDown(system, system.reader);
  say('Scrolling a page of plain text …');
  const bare = await plainText(page);
  say(`Scrolling the room for ${EARLY_S + LATE_S} s …`);
  await page.goto(`/rooms/${system.roomId}`);
  await page.getByText(system.newest, { exact: false }).last().waitFor();
  await page.waitForLoadState('networkidle');
  const firstBefore = await firstNumber(page);
  const early = await scroll(page, LOG, { seconds: EARLY_S, down: -1, rows: 'article' });
  const heapEarly = await heapMiB(page);
  const late = await scroll(page, LOG, { seconds: LATE_S, down: -1, rows: 'article' });
  const heapLate = await heapMiB(page);
  const passed = firstBefore - (await firstNumber(page));
  await context.close();

  say(`Scrolling the overview of ${ROOMS} rooms for ${OVERVIEW_S} s …`);
  const overview = await overviewOf(system);
  const both = [...early.framesPerSecond, ...late.framesPerSecond];
  return [
    frames('a minute of scrolling through the room', both, bare),
    {
      ...{ name: 'message rows in the page at once', unit: 'rows', value: Math.max(early.mostRows, late.mostRows) },
      ...{ aim: { atMost: 199 }, note: `${passed} messages passed` },
    },
    {
      ...{ name: 'memory at the end, beside a quarter through', unit: 'ratio', value: heapLate / heapEarly },
      ...{ aim: { atMost: 1.15 }, note: `${heapEarly.toFixed(1)} and ${heapLate.toFixed(1)} MiB after collection` },
    },
    frames(`scrolling through ${ROOMS} rooms`, overview.framesPerSecond, bare),
    { name: 'scrolling plain text, for comparison', unit: 'frames/s', value: median(bare.framesPerSecond), aim: null },
  ];
}

function frames(name: string, of: readonly number[], bare: Drawn): AimedFigure {
  const [value, possible] = [median(of), median(bare.framesPerSecond)];
  const note = `${(value / possible).toFixed(2)} of plain text; slowest tenth ${quantile(of, 0.1)}`;
  return { name, unit: 'frames/s', value, aim: FRAMES, note };
}

async function plainText(page: Page): Promise<Drawn> {
  await page.setContent(
    `<div role="log" style="height: 700px; overflow: auto">${'<p>Plain text.</p>'.repeat(3_000)}</div>`,
  );
  return scroll(page, LOG, { seconds: 10, down: 1, rows: 'article' });
}

async function overviewOf(system: WebSystem): Promise<Drawn> {
  const { context, page } = await sitDown(system, system.busy);
  await page.goto('/rooms');
  await page.locator('parley-overview li').first().waitFor();
  await page.waitForLoadState('networkidle');
  const drawn = await scroll(page, 'parley-overview [data-scroller]', { seconds: OVERVIEW_S, down: 1, rows: 'li' });
  await context.close();
  return drawn;
}

/** The number of the first message that is in the page. */
async function firstNumber(page: Page): Promise<number> {
  const text = await page.locator(`${LOG} article .words`).first().textContent();
  return Number(/ m(\d+)/.exec(text ?? '')?.[1] ?? Number.NaN);
}

/** What the page's script holds on to once all else was collected, in MiB. */
async function heapMiB(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 2 ** 20;
}
