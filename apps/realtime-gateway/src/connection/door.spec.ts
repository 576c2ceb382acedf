import { jest } from '@jest/globals';
import fc from 'fast-check';
import { EventEmitter } from 'node:events';
import { Door } from './door';

const options = { atOnce: 2, capacity: 3, capacityEach: 3, holdMs: 60_000, patienceMs: 15_000 } as const;

class Visitor extends EventEmitter {
  readable = true;
  destroyed = false;

  destroy(): void {
    this.destroyed = true;
    this.emit('close');
  }

  /** Ends what it sends, as one does that gives up. */
  giveUp(): void {
    this.readable = false;
    this.emit('end');
  }
}

function comers(door: Door, count: number, address = 'here') {
  const entered: number[] = [];
  const visitors = Array.from({ length: count }, () => new Visitor());
  const admitted = visitors.map((visitor, index) => door.admit(visitor, address, () => entered.push(index)));
  return { entered, visitors, admitted };
}

it('lets in so many at once and the others in their order, and turns away who would be one too many', () => {
  const door = new Door(options);
  const { entered, visitors, admitted } = comers(door, 6);
  expect(admitted).toEqual([true, true, true, true, true, false]);
  expect(entered).toEqual([0, 1]);
  door.passed(visitors[1] ?? new Visitor());
  expect(entered).toEqual([0, 1, 2]);
  for (const visitor of visitors) door.passed(visitor);
  expect(entered).toEqual([0, 1, 2, 3, 4]);
  expect(door.queue).toBe(0);
});

it('forgets who gives up outside, and lets the next in for one whose connection closes inside', () => {
  const door = new Door(options);
  const { entered, visitors } = comers(door, 5);
  visitors[2]?.giveUp();
  expect(door.queue).toBe(2);
  visitors[0]?.emit('close');
  expect(entered).toEqual([0, 1, 3]);
  door.passed(visitors[0] ?? new Visitor());
  expect(entered).toEqual([0, 1, 3]);
});

it('does not let itself be held by who enters and says nothing, but waits for who has spoken', () => {
  jest.useFakeTimers();
  try {
    const door = new Door({ ...options, holdMs: 2_000 });
    const { entered, visitors } = comers(door, 5);
    door.spoke(visitors[0] ?? new Visitor());
    jest.advanceTimersByTime(1_999);
    expect(entered).toEqual([0, 1]);
    jest.advanceTimersByTime(1);
    expect(entered).toEqual([0, 1, 2]);
    jest.advanceTimersByTime(60_000);
    expect(entered).toEqual([0, 1, 2, 3, 4]);
    expect(door.queue).toBe(0);
  } finally {
    jest.useRealTimers();
  }
});

it('lets addresses in by turns, so that whoever comes often keeps out nobody else', () => {
  jest.useFakeTimers();
  try {
    const door = new Door({ ...options, atOnce: 32, capacity: 10_000, capacityEach: 5_000, holdMs: 1_000 });
    let waited: number | null = null;
    for (let ms = 0; ms < 30_000; ms += 5) {
      door.admit(new Visitor(), 'flood', () => undefined);
      const came = performance.now();
      if (ms === 20_000) door.admit(new Visitor(), 'elsewhere', () => (waited = performance.now() - came));
      jest.advanceTimersByTime(5);
    }
    expect(door.queue).toBeLessThanOrEqual(5_000);
    expect(waited).toBeLessThan(1_000);
  } finally {
    jest.useRealTimers();
  }
});

it('turns away who would be one too many of one address, while others may wait', () => {
  const door = new Door({ ...options, capacityEach: 1 });
  expect(comers(door, 4).admitted).toEqual([true, true, true, false]);
  expect(comers(door, 2, 'elsewhere').admitted).toEqual([true, false]);
});

it('lets nobody in for whom nobody waits any more', () => {
  jest.useFakeTimers();
  try {
    const door = new Door(options);
    const { entered, visitors } = comers(door, 4);
    jest.advanceTimersByTime(15_001);
    door.passed(visitors[0] ?? new Visitor());
    expect(entered).toEqual([0, 1]);
    expect(visitors.map(({ destroyed }) => destroyed)).toEqual([false, false, true, true]);
    expect(door.queue).toBe(0);
  } finally {
    jest.useRealTimers();
  }
});

it('whatever happens, keeps its bounds and the order, forgets nobody and nobody twice', () => {
  const events = fc.array(fc.record({ what: fc.constantFrom('come', 'pass', 'give up', 'close'), who: fc.nat(30) }), {
    maxLength: 120,
  });
  fc.assert(
    fc.property(events, (happening) => {
      const door = new Door(options);
      const [all, entered, over] = [[] as Visitor[], [] as number[], new Set<number>()];
      const gone = new Set<number>();
      for (const { what, who } of happening) {
        const index = what === 'come' ? all.length : who;
        const visitor = what === 'come' ? new Visitor() : all[who];
        if (visitor === undefined) continue;
        if (what === 'come') {
          all.push(visitor);
          if (!door.admit(visitor, 'here', () => entered.push(index))) gone.add(index);
        } else if (entered.includes(index)) {
          over.add(index);
          if (what === 'close') visitor.emit('close');
          else door.passed(visitor);
        } else if (what !== 'pass') {
          gone.add(index);
          if (what === 'close') Object.assign(visitor, { readable: false }).emit('close');
          else visitor.giveUp();
        }
        const inside = entered.filter((one) => !over.has(one)).length;
        const outside = all.length - entered.length - [...gone].length;
        expect(entered).toEqual([...new Set(entered)].toSorted((one, other) => one - other));
        expect(entered.some((one) => gone.has(one))).toBe(false);
        expect(inside).toBe(Math.min(options.atOnce, inside + outside));
        expect(door.queue).toBe(outside);
      }
    }),
  );
});
