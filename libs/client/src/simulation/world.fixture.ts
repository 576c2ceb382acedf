import { Core, type CoreOptions } from '../core';
import { memoryOutboxStore, type OutboxStore } from '../outbox/outbox-store';
import type { OutboxEntry } from '../outbox/outbox-entry';
import { webOutboxStore } from '../outbox/web-outbox-store';
import { FakeLocks, FakeStorage } from '../outbox/web-storage.fixture';
import { ModelRoom } from '../sync/model-room.fixture';
import { Device } from './device.fixture';
import { fairWeather, type Seat, type Weather } from './model-network.fixture';
import { ModelSystem } from './model-system.fixture';
import { chanceFrom, VirtualTime } from './virtual-time.fixture';

export interface WorldOptions {
  readonly seed: number;
  /** Messages that the rooms have before. */
  readonly before: number;
  readonly weather: Weather;
  /** Two rooms, or one. */
  readonly twoRooms: boolean;
  /** All rooms are beyond the first page of the overview. */
  readonly isBeyond: boolean;
  /** A second tab of Ana's. */
  readonly twoTabs: boolean;
  /** How long an access token lasts, in virtual milliseconds; Infinity for ever. */
  readonly tokenMs: number;
  readonly makeCore?: ((options: CoreOptions) => Core) | undefined;
}

export const ANA = 'ana';
export const BEN = 'ben';

/** Ana in one or two tabs of one browser, Ben on a machine whose store is slow; one or two rooms that both are in, two gateways. */
export class World {
  readonly time: VirtualTime;
  readonly system: ModelSystem;
  readonly devices: readonly Device[];
  /** What was acknowledged to a program that heard it: seq by id. */
  readonly acknowledged = new Map<string, number>();
  readonly wrongAcks: string[] = [];
  /** What is wrong with how tokens were renewed, the first of it. */
  unrenewed: string | null = null;
  /** What was removed by hand: it may have arrived, or not. */
  readonly discarded: string[] = [];

  constructor(private readonly options: WorldOptions) {
    this.time = new VirtualTime(chanceFrom(options.seed));
    const rooms = (options.twoRooms ? ['r1', 'r2'] : ['r1']).map((id) => new ModelRoom(id, [ANA, BEN]));
    rooms.forEach((room, index) => {
      const count = index === 0 ? options.before : Math.min(3, options.before);
      for (let i = 1; i <= count; i++) room.append(i % 3 === 0 ? ANA : BEN, `old-${i}`, `old ${i}`);
    });
    this.system = new ModelSystem(this.time, rooms);
    this.system.isBeyond = options.isBeyond;
    this.system.network.weather = options.weather;
    this.system.network.onUnrenewed = (userId) =>
      (this.unrenewed ??= `a token of ${userId} ended that could be renewed`);
    this.system.onAcknowledged = (id, seq) => {
      const known = this.acknowledged.get(id);
      if (known !== undefined && known !== seq) this.wrongAcks.push(`${id} was acknowledged as ${known} and as ${seq}`);
      this.acknowledged.set(id, seq);
    };
    const storage = new FakeStorage();
    const locks = new FakeLocks();
    const tab = (name: string, roomIds: string[]): Device =>
      this.device(name, ANA, roomIds, {
        openStore: (_seat, life) =>
          webOutboxStore({ storage, locks: locks.ofTab(`${name}${life}`), tabId: `${name}${life}` }),
        closeStore: (life) => locks.close(`${name}${life}`),
        isKept: (id) =>
          Array.from({ length: storage.length }, (_, i) => storage.key(i)).some((key) => key?.endsWith(`.${id}`)),
      });
    const kept = new Map<string, OutboxEntry>();
    this.devices = [
      tab('tab1', ['r1']),
      this.device(
        'phone',
        BEN,
        rooms.map(({ id }) => id),
        {
          openStore: (seat) => slow(memoryOutboxStore(kept), this.time, seat),
          closeStore: () => undefined,
          isKept: (id) => kept.has(id),
        },
      ),
      ...(options.twoTabs ? [tab('tab2', ['r1'])] : []),
    ];
    for (const device of this.devices) device.start();
  }

  /** Everything is well again, and every program runs. */
  mend(): void {
    this.system.serviceDown = false;
    this.system.network.weather = fairWeather;
    for (const gateway of this.system.network.gateways) gateway.alive = true;
    for (const device of this.devices) {
      if (device.seat) device.seat.offline = false;
      device.start();
    }
  }

  private device(
    name: string,
    userId: string,
    roomIds: string[],
    store: Pick<Device['options'], 'openStore' | 'closeStore' | 'isKept'>,
  ): Device {
    return new Device({
      name,
      userId,
      roomIds,
      system: this.system,
      tokenMs: this.options.tokenMs,
      makeCore: this.options.makeCore ?? ((options) => new Core(options)),
      ...store,
    });
  }
}

/** A store that takes its time: what it was given last is lost where the program dies first. */
function slow(store: OutboxStore, time: VirtualTime, seat: Seat): OutboxStore {
  const later = <T>(work: () => Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      seat.machine.after(time.some(40), () => void work().then(resolve, reject));
    });
  return {
    claim: () => later(() => store.claim()),
    save: (entry) => later(() => store.save(entry)),
    remove: (id) => later(() => store.remove(id)),
  };
}
