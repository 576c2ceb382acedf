import { memoryEngine, type Round } from '@parley/server-realtime';
import { Canary } from './canary';

let now = 0;
let trips: number[];
beforeEach(() => {
  now = 1_000;
  trips = [];
});
const canaryOn = (round: Round): Canary =>
  new Canary({ round, onReturned: (seconds) => trips.push(seconds), now: () => now });

it('on a node that is alone comes back at once', () => {
  const canary = canaryOn(memoryEngine().round);
  now += 60_000;
  expect(() => canary.assertSeen()).toThrow('nothing came round for 60 s');
  canary.send();
  expect(canary.silenceMs).toBe(0);
  canary.assertSeen();
  expect(trips).toEqual([0]);
});

it('is missed after four seconds, and seen again however late one comes', () => {
  const away: string[] = [];
  let comesBack: (text: string) => void = () => undefined;
  const canary = canaryOn({ send: (text) => void away.push(text), onReturn: (listener) => (comesBack = listener) });
  canary.send();
  now += 4_000;
  canary.assertSeen();
  now += 1;
  expect(() => canary.assertSeen()).toThrow();
  for (const nonsense of ['', 'x', 'NaN', 'Infinity', '9e9']) comesBack(nonsense);
  expect(() => canary.assertSeen()).toThrow();
  for (const text of away) comesBack(text);
  canary.assertSeen();
  expect(trips).toEqual([4.001]);
});
