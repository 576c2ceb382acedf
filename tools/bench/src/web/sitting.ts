import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';
import { chromiumArguments, findChromium, PASSWORD, type Person } from '@parley/testing';
import type { WebSystem } from '../surroundings/web-system';

const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 800 }, locale: 'en-GB' };

/** A browser of somebody's with empty caches, signed in where a person is named. */
export async function sitDown(
  { browser, origin }: WebSystem,
  person: Person | null,
  screen: BrowserContextOptions = DESKTOP,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ ...screen, baseURL: origin });
  return { context, page: await arrive(context, person) };
}

/**
 * A browser of somebody's that stays: a profile on the disk, in which are kept what was fetched and, of scripts that were run before, what they were compiled
 * to. Other contexts keep nothing that was compiled.
 */
export async function moveIn(
  { origin }: WebSystem,
  person: Person,
  screen: BrowserContextOptions = DESKTOP,
): Promise<{ page: Page; close: () => Promise<void> }> {
  const profile = await mkdtemp(join(tmpdir(), 'parley-profile-'));
  const executablePath = await findChromium(() => undefined);
  const context = await chromium.launchPersistentContext(profile, {
    ...{ executablePath, args: [...chromiumArguments], baseURL: origin },
    ...screen,
  });
  const close = async (): Promise<void> => {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  };
  try {
    return { page: await arrive(context, person), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function arrive(context: BrowserContext, person: Person | null): Promise<Page> {
  // What is compiled for Node names its functions by a helper, which pages do not have.
  await context.addInitScript({ content: 'globalThis.__name = (one) => one;' });
  if (person) {
    const data = { email: person.email, password: PASSWORD, session: 'cookie' };
    const answer = await context.request.post('/api/v1/auth/login', { data });
    if (!answer.ok()) throw new Error(`Signing in answered ${answer.status()}.`);
  }
  return context.newPage();
}
