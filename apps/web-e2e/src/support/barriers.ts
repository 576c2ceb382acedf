import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { wear } from './look';

const options = {
  resultTypes: ['violations' as const],
  // Nothing needs the style sheets a second time, nor where in the page it was.
  ...{ preload: false, selectors: false },
  rules: { 'target-size': { enabled: true } },
  checks: {
    // A menu lies over the page, after all that is in it: it belongs to no landmark, and is announced as what its button opens.
    region: { options: { regionMatcher: 'dialog, [role=dialog], [role=alertdialog], svg, [role=menu]' } },
  },
};

/** What looks but for the light change: the colours, and nothing else. */
const OTHER_LOOKS = ['dark', 'dark, of high contrast', 'light, of high contrast'] as const;

/**
 * What axe finds that keeps somebody out of what a page shows just now, of whatever weight: everything in the light; in the dark, and in both at high contrast,
 * what the colours change. One line for each finding; none where all is well.
 */
export async function barriers(page: Page): Promise<string[]> {
  const found = findings('light', await (await axeOn(page)).analyze());
  for (const look of OTHER_LOOKS) {
    await wear(page, look);
    found.push(...findings(look, await (await axeOn(page)).withRules(['color-contrast']).analyze()));
  }
  await wear(page, 'light');
  return found;
}

/** Axe, which a page is given once: it is long, and each time takes longer than looking does. */
async function axeOn(page: Page): Promise<AxeBuilder> {
  const isThere = await page.evaluate(() => 'axe' in window);
  // There are no frames: the way that looks for them opens a page more each time.
  return new AxeBuilder({ page, ...(isThere ? { axeSource: ';' } : {}) }).setLegacyMode().options(options);
}

function findings(look: string, { violations }: Awaited<ReturnType<AxeBuilder['analyze']>>): string[] {
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${look}: ${id}: ${html.slice(0, 300)} ${failureSummary ?? ''}`),
  );
}
