import type { Page } from '@playwright/test';

/** No picture is higher than this, in CSS pixels: browsers write none of more than 16,383 of their own. */
const HIGHEST = 8_000;

/**
 * Makes the screen so high that a page that scrolls is in view as a whole; not where something lies over it, which would find another place, nor for lists
 * that draw only what is in view. Answers what undoes it.
 */
export async function unfold(page: Page): Promise<() => Promise<void>> {
  const size = page.viewportSize();
  const below = await page.evaluate(hiddenBelow);
  if (!size || below === 0) return () => Promise.resolve();
  await page.setViewportSize({ width: size.width, height: Math.min(size.height + below, HIGHEST) });
  return () => page.setViewportSize(size);
}

/** How much one could scroll down to, in pixels. Runs in the page. */
function hiddenBelow(): number {
  if (document.querySelector('dialog[open], [role=dialog], [role=menu], [role=listbox]')) return 0;
  const [root, all] = [document.documentElement, [...document.querySelectorAll('main, main *')]];
  const scrolling = all.filter(
    (element) =>
      element.clientHeight > innerHeight / 2 &&
      /auto|scroll/.test(getComputedStyle(element).overflowY) &&
      !element.matches('[role=log], [data-scroller]'),
  );
  return Math.max(...[root, ...scrolling].map(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight));
}
