import { closeInTurn } from './close-in-turn';

it('closes the last one first, and waits for none that hangs, nor ends with one that fails', async () => {
  const closed: string[] = [];
  const told: unknown[] = [];
  const part = (name: string, work: () => unknown) => () => {
    closed.push(name);
    return work();
  };
  const startedAt = performance.now();
  await closeInTurn(
    [
      part('first', () => undefined),
      part('hangs', () => new Promise(() => undefined)),
      part('fails', () => Promise.reject(new Error('no'))),
      part('throws', () => {
        throw new Error('neither');
      }),
    ],
    { warn: (fields: unknown) => void told.push(fields) },
    50,
  );
  expect(closed).toEqual(['throws', 'fails', 'hangs', 'first']);
  expect(told).toHaveLength(3);
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});
