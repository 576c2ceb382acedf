import type { BrowserContextOptions, Page } from '@playwright/test';
import type { AimedFigure } from '../aims';
import { median } from '../comparison';
import type { WebSystem } from '../surroundings/web-system';
import { sitDown } from './sitting';

const LOADS = 5;
const SCREEN: BrowserContextOptions = {
  ...{ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'en-GB' },
};
/** Fast 3G as WebPageTest has it: 1.6 Mbit/s down, 768 kbit/s up, 150 ms there and back. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 768e3 / 8 };
const SLOWER = 4;

declare global {
  interface Window {
    benchLargest?: { at: number; what: string };
  }
}

/** When the largest thing of a page was drawn on a slow phone with empty caches, and when what one came for was there; medians of five. */
export async function phone(system: WebSystem, say: (line: string) => void): Promise<AimedFigure[]> {
  say(`Loading on a phone ${SLOWER} times slower, over fast 3G …`);
  const figures: AimedFigure[] = [];
  for (const [name, path, person, shows] of [
    ['the sign-in page', '/login', null, 'parley-login-page h1'],
    ["a member's rooms", '/rooms', system.reader, 'parley-overview li'],
  ] as const) {
    const loads: Load[] = [];
    for (let load = 0; load < LOADS; load++) {
      const { context, page } = await sitDown(system, person, SCREEN);
      loads.push(await largest(page, path, shows));
      await context.close();
    }
    const times = loads.map(({ at }) => at);
    figures.push({
      ...{ name: `largest paint on a phone, ${name}`, unit: 'ms', value: median(times), aim: { atMost: 2_000 } },
      note: `worst ${Math.round(Math.max(...times))}; ${loads[0]?.what ?? ''}`,
    });
    figures.push({
      name: `until there is ${name}, to be used`,
      unit: 'ms',
      value: median(loads.map(({ whole }) => whole)),
      aim: null,
    });
  }
  return figures;
}

/** When the largest thing was drawn and what it was, and when what was waited for was there; in milliseconds since the page began to load. */
interface Load {
  readonly at: number;
  readonly what: string;
  readonly whole: number;
}

async function largest(page: Page, path: string, shows: string): Promise<Load> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', NETWORK);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { element } = entry as PerformanceEntry & { element: Element | null };
        const words = element?.textContent.trim().replaceAll(/\s+/g, ' ').slice(0, 24) ?? '';
        window.benchLargest = { at: entry.startTime, what: `${element?.localName ?? 'gone'} “${words}”` };
      }
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
  await page.goto(path, { waitUntil: 'commit' });
  await page.locator(shows).first().waitFor({ timeout: 60_000 });
  const whole = await page.evaluate(() => performance.now());
  await page.waitForLoadState('networkidle', { timeout: 60_000 });
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_000)));
  const largest = (await page.evaluate(() => window.benchLargest)) ?? { at: Number.NaN, what: '' };
  return { ...largest, whole };
}
