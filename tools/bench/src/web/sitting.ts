import type { BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { PASSWORD, type Person } from '@parley/testing';
import type { WebSystem } from '../surroundings/web-system';

const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 800 }, locale: 'en-GB' };

/** A browser of somebody's with empty caches, signed in where a person is named. */
export async function sitDown(
  { browser, origin }: WebSystem,
  person: Person | null,
  screen: BrowserContextOptions = DESKTOP,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ ...screen, baseURL: origin });
  // What is compiled for Node names its functions by a helper, which pages do not have.
  await context.addInitScript({ content: 'globalThis.__name = (one) => one;' });
  if (person) {
    const data = { email: person.email, password: PASSWORD, session: 'cookie' };
    const answer = await context.request.post('/api/v1/auth/login', { data });
    if (!answer.ok()) throw new Error(`Signing in answered ${answer.status()}.`);
  }
  return { context, page: await context.newPage() };
}
