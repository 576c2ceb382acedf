import { test as base, type BrowserContextOptions } from '@playwright/test';
import { aPerson, type Person, type PersonOptions } from '@parley/testing';
import { Device } from './device';
import { Operator } from './operator';
import type { SystemUnderTest } from './surroundings';

/** What a project of the configuration says: which system its tests are for. */
export interface SystemOption {
  system: SystemUnderTest;
}

interface Fixtures {
  /** Opens a browser with nothing in it. At the end of the test it must not have complained of anything. */
  aDevice: (options?: BrowserContextOptions) => Promise<Device>;
  /** Somebody with an account, made over REST. */
  newcomer: (options?: PersonOptions) => Promise<Person>;
  operator: Operator;
}

export const test = base.extend<SystemOption & Fixtures>({
  system: [{ places: { origin: '', gateways: [] }, gatewayMetrics: [], operator: '' }, { option: true }],

  aDevice: async ({ browser, contextOptions, baseURL, viewport, locale }, use) => {
    const devices: Device[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({
        ...contextOptions,
        ...{ baseURL: baseURL ?? '', viewport, locale: locale ?? 'en-GB' },
        ...options,
      });
      const device = await Device.in(context);
      devices.push(device);
      return device;
    });
    for (const { context } of devices) await context.close();
    expect(devices.flatMap(({ complaints }) => complaints.unexpected)).toEqual([]);
  },

  newcomer: async ({ system }, use) => {
    await use((options) => aPerson(system.places, options));
  },

  operator: async ({ system }, use) => {
    await use(new Operator(system));
  },
});

export const expect = test.expect;
