import type { Page } from '@playwright/test';

/** How the system may ask for a page to look. */
export type SystemLook = 'light' | 'dark' | 'light, of high contrast' | 'dark, of high contrast';

/** Has the system ask for a look, and waits until the page has it. */
export async function wear(page: Page, look: SystemLook): Promise<void> {
  const [colorScheme, contrast] = [look.startsWith('dark') ? 'dark' : 'light', look.endsWith('contrast')] as const;
  await page.emulateMedia({ colorScheme, contrast: contrast ? 'more' : 'no-preference' });
  await page.waitForFunction((more) => (document.documentElement.dataset['contrast'] === 'more') === more, contrast);
}

/** Lays the page out for the other direction of writing, its words left as they are. */
export async function turn(page: Page, direction: 'ltr' | 'rtl'): Promise<void> {
  await page.evaluate((to) => void (document.documentElement.dir = to), direction);
}
