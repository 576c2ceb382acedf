import fc from 'fast-check';
import { type NumberedLine, numberedLines } from './numbered-lines';

async function allOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array, void, undefined> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}
const read = (bytes: Uint8Array, size = 7, most?: number): Promise<NumberedLine[]> =>
  allOf(numberedLines(chunksOf(bytes, size), most));

it('has the lines of a file, however it comes in pieces', async () => {
  const line = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replaceAll('\n', ''));
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 12 }), fc.integer({ min: 1, max: 40 }), async (lines, size) => {
      const found = await read(Buffer.from(lines.map((text) => `${text}\n`).join('')), size);
      expect(found).toEqual(lines.map((text, place) => ({ number: place + 1, text })));
    }),
  );
});

it('takes a last line that does not end', async () => {
  expect(await read(Buffer.from('one\ntwo'))).toEqual([
    { number: 1, text: 'one' },
    { number: 2, text: 'two' },
  ]);
});

it('refuses a line that is too long, before it is held whole', async () => {
  let given = 0;
  async function* endless(): AsyncGenerator<Uint8Array, void, undefined> {
    yield Buffer.from('short\n');
    for (; ; given++) yield Buffer.alloc(100, 'x');
  }
  await expect(allOf(numberedLines(endless(), 1_000))).rejects.toThrow('Line 2: it has more than 1000 bytes.');
  expect(given).toBeLessThan(12);
  expect(await read(Buffer.from('12345\n'), 7, 5)).toHaveLength(1);
});

it('refuses bytes that are no UTF-8', async () => {
  await expect(read(Buffer.from([0x61, 0x0a, 0xc3, 0x28, 0x0a]))).rejects.toThrow('Line 2: it is not UTF-8.');
});
