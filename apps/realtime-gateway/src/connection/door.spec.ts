import { jest } from '@jest/globals';
import fc from 'fast-check';
import { EventEmitter } from 'node:events';
import { Door } from './door';

const options = { atOnce: 2, capacity: 3, holdMs: 60_000 } as const;

class Visitor extends EventEmitter {
  readable = true;

  /** Ends what it sends, as one does that gives up. */
  giveUp(): void {
    this.readable = false;
    this.emit('end');
  }
}

function comers(door: Door, count: number) {
  const entered: number[] = [];
  const visitors = Array.from({ length: count }, () => new Visitor());
  const admitted = visitors.map((visitor, index) => door.admit(visitor, () => entered.push(index)));
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
          if (!door.admit(visitor, () => entered.push(index))) gone.add(index);
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
