import { Readable } from 'node:stream';

/** How long a reader may take for one portion before the answer is broken off, in milliseconds. */
const STALLED_MS = 30_000;

/** An answer of a line for each item, which come in portions. */
export class JsonLines<Item = unknown> {
  constructor(readonly portions: AsyncIterable<readonly Item[]>) {}
}

/**
 * The answer as a stream, once its first portion is there: what refuses the request does so before. The next portion is asked for when the last one is taken, so no more
 * than two are held, however slow the reader is; one who takes more than half a minute for a portion is cut off. A failure on the way breaks the answer off in its middle, which
 * shows at the other end as one that has no end.
 * @param failed told of such a failure
 */
export async function streamOf(
  { portions }: JsonLines,
  failed: (error: unknown) => void,
  stalledMs = STALLED_MS,
): Promise<Readable> {
  const iterator = portions[Symbol.asyncIterator]();
  let portion = await iterator.next();

  async function* texts(): AsyncGenerator<string, void, undefined> {
    try {
      for (; portion.done !== true; portion = await iterator.next()) {
        const stalled = setTimeout(() => stream.destroy(new Error('The answer is read too slowly.')), stalledMs);
        try {
          yield portion.value.map((item) => `${JSON.stringify(item)}\n`).join('');
        } finally {
          clearTimeout(stalled);
        }
      }
    } catch (error) {
      failed(error);
      throw error;
    } finally {
      await iterator.return?.();
    }
  }
  const stream = Readable.from(texts());
  // Where nothing was taken yet, `texts` has not begun, and its `finally` never runs.
  stream.once('close', () => void iterator.return?.().catch(failed));
  return stream;
}
