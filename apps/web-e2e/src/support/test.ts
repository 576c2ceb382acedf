import { test as base, type BrowserContextOptions } from '@playwright/test';
import { aPerson, mailTo, type OutboxMail, type Person, type PersonOptions } from '@parley/testing';
import type { RoomPage } from '../pages/room-page';
import { Device } from './device';
import { Operator } from './operator';
import type { SystemUnderTest } from './surroundings';

/** What a project of the configuration says: which system its tests are for. */
export interface SystemOption {
  system: SystemUnderTest;
}

/** Two people who have a room together, and nothing said in it. */
interface Pair {
  readonly ana: Person;
  readonly ben: Person;
  readonly roomId: string;
}

/** Somebody's browser with the room open. */
interface Seat {
  readonly device: Device;
  readonly room: RoomPage;
}

export interface Fixtures {
  /** Opens a browser with nothing in it. At the end of the test it must not have complained of anything. */
  aDevice: (options?: BrowserContextOptions) => Promise<Device>;
  /** Somebody with an account, made over REST. */
  newcomer: (options?: PersonOptions) => Promise<Person>;
  /** Ana Marques and Ben Okafor, made over REST. */
  pair: Pair;
  /** Opens the room of the pair in a new browser of Ana's or Ben's. */
  sit: (who: 'ana' | 'ben', options?: BrowserContextOptions) => Promise<Seat>;
  operator: Operator;
  /** The latest mail to somebody whose subject has this in it, once there are as many as that. */
  mailFor: (person: Person, subject: RegExp, count?: number) => Promise<OutboxMail>;
}

/** Where the link of a mail leads. */
export function linkIn({ text }: OutboxMail): string {
  return /https?:\/\/\S+/.exec(text)?.[0] ?? '';
}

export const test = base.extend<SystemOption & Fixtures>({
  system: [{ places: { origin: '', gateways: [] }, gatewayMetrics: [], operator: '', outbox: '' }, { option: true }],

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

  pair: async ({ newcomer }, use) => {
    const [ana, ben] = [await newcomer({ name: 'Ana Marques' }), await newcomer({ name: 'Ben Okafor' })];
    const { id: roomId } = await ana.directRoomWith(ben);
    await use({ ana, ben, roomId });
  },

  sit: async ({ aDevice, pair }, use) => {
    await use(async (who, options) => {
      const [me, other] = who === 'ana' ? [pair.ana, pair.ben] : [pair.ben, pair.ana];
      const device = await aDevice(options);
      await device.isOf(me, `/rooms/${pair.roomId}`);
      const room = device.room(other.grant.user.displayName);
      await expect(room.composer).toBeVisible();
      return { device, room };
    });
  },

  operator: async ({ system }, use) => {
    await use(new Operator(system));
  },

  mailFor: async ({ system }, use) => {
    await use(({ email }, subject, count) => mailTo(system.outbox, email, subject, count));
  },
});

export const expect = test.expect;
