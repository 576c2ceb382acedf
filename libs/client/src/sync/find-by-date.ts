import type { Message } from '@parley/contracts';

/**
 * The place of the first message of a room at or after a moment, by halving: the server's clock rises with `seq`. Asks for some seventeen messages
 * in a room of 100,000.
 * @param since milliseconds of the epoch
 * @param lastSeq the room's newest message
 * @param load one message by its place, or the first after it where that one is not kept any more; undefined where there is none
 * @returns `lastSeq + 1` where everything is older; the first that is kept at least
 */
export async function firstSince(
  since: number,
  lastSeq: number,
  load: (seq: number) => Promise<Message | undefined>,
): Promise<number> {
  let [from, to] = [1, lastSeq + 1];
  let found = to;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const message = await load(middle);
    if (message && Date.parse(message.createdAt) < since) from = middle + 1;
    else [to, found] = [middle, message?.seq ?? middle];
  }
  return found;
}
