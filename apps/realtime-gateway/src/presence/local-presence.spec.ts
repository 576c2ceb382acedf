import type { PresencePart } from '@parley/server-realtime';
import fc from 'fast-check';
import { LocalPresence } from './local-presence';

/** A node, and what it told the others and the watchers. */
function node() {
  let time = 1_000;
  const told: (PresencePart['status'] | number)[] = [];
  const changes: (number | undefined)[] = [];
  const presence = new LocalPresence({
    board: { say: (_, { status }) => told.push(status), leave: (_, leftAt) => told.push(leftAt) },
    changed: (_, leftAt) => changes.push(leftAt),
    now: () => time,
  });
  return { presence, told, changes, pass: (ms: number) => (time += ms) };
}
const device = (id: string) => ({ id, userId: 'ana' });

it('two devices are one presence: away when both are idle, online when one is not, gone when both are', () => {
  const { presence, told, pass } = node();
  presence.connected(device('phone'));
  presence.connected(device('laptop'));
  presence.set(device('phone'), false);
  expect(told).toEqual(['online']);
  pass(10);
  presence.set(device('laptop'), false);
  expect(presence.partOf('ana')).toEqual({ status: 'away', since: 1_010 });
  presence.set(device('phone'), true);
  presence.disconnected(device('laptop'));
  expect(told).toEqual(['online', 'away', 'online']);
  presence.disconnected(device('phone'));
  pass(4_000);
  presence.tick();
  expect(told).toEqual(['online', 'away', 'online', 1_010]);
  expect(presence.partOf('ana')).toBeNull();
});

it('a reload is not seen: who is back within four seconds was never away', () => {
  const { presence, told, changes, pass } = node();
  presence.connected(device('before'));
  presence.disconnected(device('before'));
  pass(3_999);
  presence.tick();
  presence.connected(device('after'));
  pass(60_000);
  presence.tick();
  expect(told).toEqual(['online']);
  expect(changes).toEqual([undefined]);
});

it('knows of everybody when they left, or that they are here still', () => {
  const { presence, pass } = node();
  presence.connected({ id: 'phone', userId: 'ben' });
  presence.connected(device('phone'));
  presence.disconnected(device('phone'));
  pass(100);
  expect([...presence.everybody()]).toEqual([
    ['ana', 1_000],
    ['ben', 1_100],
  ]);
});

const step = fc.record({
  device: fc.constantFrom('a', 'b', 'c'),
  what: fc.constantFrom('connect', 'disconnect', 'idle', 'active', 'wait'),
});

it('whatever devices do, what was told last is what is true, and nothing is told twice', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { presence, told, pass } = node();
      const model = new Map<string, 'online' | 'away'>();
      for (const { device: id, what } of steps) {
        pass(1);
        if (what === 'connect') {
          presence.connected(device(id));
          model.set(id, 'online');
        } else if (what === 'disconnect') {
          presence.disconnected(device(id));
          model.delete(id);
        } else if (what === 'wait') {
          pass(4_000);
          presence.tick();
        } else {
          presence.set(device(id), what === 'active');
          if (model.has(id)) model.set(id, what === 'active' ? 'online' : 'away');
        }
      }
      pass(4_000);
      presence.tick();
      const states = [...model.values()];
      const expected = states.includes('online') ? 'online' : states.length > 0 ? 'away' : null;
      expect(presence.partOf('ana')?.status ?? null).toBe(expected);
      const last = told.at(-1);
      expect(typeof last === 'string' ? last : null).toBe(expected);
      for (const [i, word] of told.entries()) if (word === 'online') expect(told[i - 1]).not.toBe('online');
    }),
  );
});
