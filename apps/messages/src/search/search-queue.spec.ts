import { SearchQueue } from './search-queue';

it('lets four run at once, has others wait, and turns away who comes when a hundred wait', async () => {
  const queue = new SearchQueue();
  const gate = Promise.withResolvers<undefined>();
  let [underWay, most] = [0, 0];
  const search = async (): Promise<string> => {
    most = Math.max(most, ++underWay);
    await gate.promise;
    underWay--;
    return 'found';
  };
  const searches = Array.from({ length: 104 }, () => queue.run(search));
  await expect(queue.run(search)).rejects.toMatchObject({ code: 'unavailable' });
  gate.resolve(undefined);
  expect(new Set(await Promise.all(searches))).toEqual(new Set(['found']));
  expect(most).toBe(4);
});

it('throws what the search throws', async () => {
  await expect(new SearchQueue().run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
});
