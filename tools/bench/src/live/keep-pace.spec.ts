import { keepPace } from './keep-pace';

/** A clock that goes on only while this waits; `held`: how long the process is held up when it wakes up after a moment. */
async function dueTimes(options: { perSecond: number; ms: number }, held: Readonly<Record<number, number>> = {}) {
  let time = 0;
  const said: { dueAt: number; at: number }[] = [];
  const waiting = await keepPace({
    ...options,
    now: () => time,
    rest: async (ms) => {
      time += Math.max(0, ms);
      time += held[time] ?? 0;
    },
    say: async (dueAt) => void said.push({ dueAt, at: time }),
  });
  await Promise.all(waiting);
  return said;
}

it('says as many as are due, evenly, from the moment on that they are said', async () => {
  const said = await dueTimes({ perSecond: 400, ms: 1_000 });
  expect(said).toHaveLength(400);
  expect(said.every(({ dueAt, at }) => dueAt === at)).toBe(true);
  expect(said.filter(({ at }) => at <= 500)).toHaveLength(200);
});

it('held up, says all that was due meanwhile, and counts it from when it was due', async () => {
  const said = await dueTimes({ perSecond: 200, ms: 1_000 }, { 300: 100 });
  expect(said).toHaveLength(200);
  const late = said.filter(({ at }) => at === 400);
  expect(late.length).toBe(21);
  // A timer's own lateness is nobody's delay.
  expect(late[0]).toEqual({ dueAt: 302, at: 400 });
  const waited = late.map(({ dueAt, at }) => at - dueAt);
  expect(waited).toEqual(waited.toSorted((a, b) => b - a));
  expect(said.filter(({ dueAt, at }) => dueAt < at - 2 && at !== 400)).toEqual([]);
});

it('held up at the end, leaves nothing out', async () => {
  expect(await dueTimes({ perSecond: 200, ms: 500 }, { 450: 10_000 })).toHaveLength(100);
});
