import type { Locator, Page } from '@playwright/test';

/** Keeps the app's own files from coming until told. Answers the function that tells. */
export async function holdTheApp(page: Page): Promise<() => void> {
  const go = Promise.withResolvers<void>();
  await page.route(/\.js$/, async (route) => {
    await go.promise;
    await route.continue();
  });
  return () => go.resolve();
}

/** Where an element begins and how high it is, in whole pixels; its width may be that of its words. */
export async function placeOf(element: Locator): Promise<{ x: number; y: number; height: number }> {
  const { x, y, height } = (await element.boundingBox()) ?? { x: NaN, y: NaN, height: NaN };
  return { x: Math.round(x), y: Math.round(y), height: Math.round(height) };
}
