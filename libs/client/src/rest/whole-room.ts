import { ParleyError, type RoomLine } from '@parley/contracts';

/** Passes the lines of a room's export on, and does not let one end that is not whole. @throws ParleyError `unavailable` where places that its first line names did not come */
export async function* wholeRoom(lines: AsyncIterable<RoomLine>): AsyncGenerator<RoomLine, void, undefined> {
  let [at, end] = [0, 1];
  for await (const line of lines) {
    if (line.type === 'room') [at, end] = [line.firstSeq - 1, line.lastSeq];
    if (line.type === 'message') at = line.message.seq;
    yield line;
  }
  if (at !== end) throw new ParleyError('unavailable', 'The export broke off.');
}
