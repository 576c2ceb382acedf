import type { Page } from '@playwright/test';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { AimedFigure } from '../aims';
import type { WebSystem } from '../surroundings/web-system';
import { sitDown } from './sitting';

const AIM = { atMost: 250 };

/** Compressed script that is fetched before anything lazy, and before the sign-in page and a member's rooms are whole; in kB (1,000 bytes). */
export async function weight(system: WebSystem, say: (line: string) => void): Promise<AimedFigure[]> {
  say('Weighing the first load …');
  const { context: nobody, page: signIn } = await sitDown(system, null);
  const login = await scriptsOf(signIn, '/login', 'parley-login-page h1');
  await nobody.close();
  const { context: member, page } = await sitDown(system, system.reader);
  const rooms = await scriptsOf(page, '/rooms', 'parley-overview li');
  await member.close();
  const figure = (name: string, { bytes, files }: Weighed): AimedFigure => ({
    ...{ name, unit: 'kB of script', value: bytes / 1_000, aim: AIM, note: `${files} files` },
  });
  return [
    figure('before anything lazy', await initialScripts(system.siteDir)),
    figure('until the sign-in page is whole', login),
    figure("until a member's rooms are whole", rooms),
  ];
}

interface Weighed {
  readonly bytes: number;
  readonly files: number;
}

/** What the page itself names, as it goes over the wire. */
async function initialScripts(siteDir: string): Promise<Weighed> {
  const html = await readFile(join(siteDir, 'index.html'), 'utf8');
  const names = new Set([...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, name = '']) => name));
  const sizes = await Promise.all([...names].map((name) => sentSize(join(siteDir, name))));
  return { bytes: sizes.reduce((sum, size) => sum + size, 0), files: sizes.length };
}

/** Bytes of a file as it is sent: what is too small to be compressed goes as it is. */
async function sentSize(path: string): Promise<number> {
  const sent = await stat(`${path}.br`).catch(() => stat(path));
  return sent.size;
}

/** Scripts that had been asked for when a view was whole. */
async function scriptsOf(page: Page, path: string, shows: string): Promise<Weighed> {
  await page.goto(path, { waitUntil: 'commit' });
  const sizes = await page.evaluate(async (selector) => {
    while (!document.querySelector(selector)) await new Promise((resolve) => requestAnimationFrame(resolve));
    const shownAt = performance.now();
    // Those that were under way are to come to their end.
    while (document.readyState !== 'complete') await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    return entries
      .filter(({ name, startTime }) => name.endsWith('.js') && startTime <= shownAt)
      .map(({ encodedBodySize }) => encodedBodySize);
  }, shows);
  return { bytes: sizes.reduce((sum, size) => sum + size, 0), files: sizes.length };
}
