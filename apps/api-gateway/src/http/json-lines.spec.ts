import { once } from 'node:events';
import { JsonLines, streamOf } from './json-lines';

const ignore = (): void => undefined;

/** Portions without an end, and how many were asked for. */
function endless(): { answer: JsonLines; asked: () => number; isOver: () => boolean } {
  let [asked, isOver] = [0, false];
  async function* portions(): AsyncGenerator<string[], void, undefined> {
    try {
      for (;;) yield [`portion ${++asked}`, 'and'];
    } finally {
      isOver = true;
    }
  }
  return { answer: new JsonLines(portions()), asked: () => asked, isOver: () => isOver };
}

it('is a line for each item', async () => {
  async function* portions(): AsyncGenerator<unknown[], void, undefined> {
    yield [{ a: 1 }, 'two\nlines'];
    yield [];
    yield [null];
  }
  const stream = await streamOf(new JsonLines(portions()), ignore);
  expect((await stream.toArray()).join('')).toBe('{"a":1}\n"two\\nlines"\nnull\n');
});

it('refuses before it is a stream', async () => {
  async function* portions(): AsyncGenerator<unknown[], void, undefined> {
    yield await Promise.reject(new Error('refused'));
  }
  await expect(streamOf(new JsonLines(portions()), ignore)).rejects.toThrow('refused');
});

it('asks for no more than is taken, and ends with whoever takes it', async () => {
  const { answer, asked, isOver } = endless();
  const stream = await streamOf(answer, ignore);
  for (let taken = 1; taken <= 5; taken++) {
    if (stream.readableLength === 0) await once(stream, 'readable');
    stream.read();
    expect(asked()).toBeLessThanOrEqual(taken + 2);
  }
  stream.destroy();
  await once(stream, 'close');
  expect(isOver()).toBe(true);
});

it('ends with whoever goes away before anything is taken', async () => {
  const { answer, asked, isOver } = endless();
  const stream = await streamOf(answer, ignore);
  stream.destroy();
  await once(stream, 'close');
  await new Promise(setImmediate);
  expect([asked(), isOver()]).toEqual([1, true]);
});

it('breaks off where nothing is taken', async () => {
  const failed: unknown[] = [];
  const { answer, asked } = endless();
  const stream = await streamOf(answer, (error) => failed.push(error), 20);
  stream.once('readable', ignore);
  const [error] = (await once(stream, 'error')) as unknown[];
  expect(error).toMatchObject({ message: 'The answer is read too slowly.' });
  expect(failed).toEqual([error]);
  expect(asked()).toBeLessThanOrEqual(2);
});

it('tells of what fails on the way, and has no end then', async () => {
  async function* portions(): AsyncGenerator<unknown[], void, undefined> {
    yield [1];
    throw new Error('gone');
  }
  const failed: unknown[] = [];
  const stream = await streamOf(new JsonLines(portions()), (error) => failed.push(error));
  await expect(stream.toArray()).rejects.toThrow('gone');
  expect(failed).toHaveLength(1);
});
