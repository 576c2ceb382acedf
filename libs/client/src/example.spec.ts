import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { echo } from './example.fixture';
import { ANA, BEN, World } from './simulation/world.fixture';

describe('the example of the README', () => {
  it('answers each message once, also over a connection that breaks and a gateway that dies', async () => {
    const weather = { lost: 0.5, doubled: 0.3, hopMs: 60 };
    const world = new World({
      seed: 7,
      before: 3,
      weather,
      twoRooms: false,
      twoTabs: false,
      isBeyond: false,
      tokenMs: Infinity,
    });
    const [tab, phone] = world.devices;
    await world.time.pass(2_000);
    const room = phone?.core?.rooms.room('r1');
    if (!tab || !room) throw new Error('nobody is there');
    const echoing = echo(room, BEN);
    await world.time.pass(2_000);
    tab.send('r1', '!echo one');
    await world.time.pass(100);
    for (const gateway of world.system.network.gateways) {
      world.system.network.kill(gateway);
      gateway.alive = true;
    }
    tab.send('r1', '!echo two');
    tab.send('r1', 'not for you');
    await world.time.pass(60_000);
    const stored = world.system.rooms.get('r1')?.messages.slice(3) ?? [];
    expect(stored.filter(({ senderId }) => senderId === BEN).map(({ text }) => text)).toEqual(['one', 'two']);
    expect(stored.filter(({ senderId }) => senderId === ANA)).toHaveLength(3);
    (await echoing)();
  });

  it('is what the README shows', async () => {
    const readme = await readFile(join(import.meta.dirname, '../README.md'), 'utf8');
    const source = await readFile(join(import.meta.dirname, 'example.fixture.ts'), 'utf8');
    // Documents are formatted with other quotes than code.
    const shown = source.slice(source.indexOf('/** Answers')).trim().replaceAll("'", '"');
    expect(readme).toContain(shown);
  });
});
