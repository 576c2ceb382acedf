import type { Route } from '@playwright/test';
import type { Device } from '../../support/device';
import type { Fixtures } from '../../support/test';

/** What a walk begins with. */
export type Start = Pick<Fixtures, 'aDevice' | 'newcomer' | 'mailFor'>;

/** Called in each view and state that a walk comes through, with its name. */
export type Look = (device: Device, state: string) => Promise<void>;

/** Goes through every view and state of one part of the app. */
export type Walk = (start: Start, look: Look) => Promise<void>;

/** Holds an answer of the server back while something is done, such as looking at what shows meanwhile. */
export async function whileWaiting({ page }: Device, address: RegExp, then: () => Promise<void>): Promise<void> {
  const held: Route[] = [];
  await page.route(address, (route) => void held.push(route));
  try {
    await then();
  } finally {
    for (const route of held) await route.continue();
    await page.unroute(address);
  }
}

/** Has the server answer an error while something is done. */
export async function whileFailing(device: Device, address: RegExp, then: () => Promise<void>): Promise<void> {
  device.complaints.expect(/status of 503/);
  await device.page.route(address, (route) =>
    route.fulfill({
      status: 503,
      json: { status: 503, code: 'unavailable', title: 'Unavailable', type: 'about:blank' },
    }),
  );
  try {
    await then();
  } finally {
    await device.page.unroute(address);
  }
}
