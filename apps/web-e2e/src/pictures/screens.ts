import type { BrowserContextOptions } from '@playwright/test';
import type { Device } from '../support/device';
import type { SystemLook } from '../support/look';
import type { Fixtures } from '../support/test';

/** What a picture shows of a view, and what its file is called for that. */
export const LOOKS = {
  light: 'light',
  dark: 'dark',
  'light, of high contrast': 'light-contrast',
  'dark, of high contrast': 'dark-contrast',
  'from right to left': 'rtl',
} as const satisfies Record<SystemLook | 'from right to left', string>;
export type PictureLook = keyof typeof LOOKS;

interface Screen {
  readonly context: BrowserContextOptions;
  readonly looks: readonly PictureLook[];
}

const touched = { isMobile: true, hasTouch: true } as const;

/** On what pictures are taken, and how a view looks there: in all looks at a desk, where most is in view. */
export const screens = {
  phone: {
    context: { ...touched, viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
    looks: ['light', 'dark', 'from right to left'],
  },
  tablet: { context: { ...touched, viewport: { width: 820, height: 1180 } }, looks: ['light', 'dark'] },
  desktop: {
    context: { viewport: { width: 1440, height: 900 } },
    looks: ['light', 'dark', 'light, of high contrast', 'dark, of high contrast', 'from right to left'],
  },
} as const satisfies Record<string, Screen>;
export type ScreenName = keyof typeof screens;

/** The names of all screens. */
export const SCREEN_NAMES = Object.keys(screens) as ScreenName[];

/** Opens a browser on that screen. Taking the pictures of what is on its way takes longer than a page waits for an answer: its deadlines are put off. */
export async function openOn(screen: ScreenName, aDevice: Fixtures['aDevice']): Promise<Device> {
  const device = await aDevice({ ...screens[screen].context, colorScheme: 'light', reducedMotion: 'reduce' });
  await device.page.addInitScript(() => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    AbortSignal.timeout = (ms) => timeout(ms * 20);
  });
  return device;
}
