import { BadFile } from './bad-file';

/** A line of a file without its end, and which one it is, the first being 1. */
export interface NumberedLine {
  readonly number: number;
  readonly text: string;
}

/** More than the longest message takes with all its reactions, each character escaped. */
const LINE_BYTES = 1_048_576;

const LINE_FEED = 0x0a;

/**
 * The lines of a file as it is read, one after the other: of a file of any size one line is held, and a piece of what was read. A last line need not end.
 * @throws BadFile for a line that is too long or not UTF-8
 */
export async function* numberedLines(
  bytes: AsyncIterable<Uint8Array>,
  most = LINE_BYTES,
): AsyncGenerator<NumberedLine, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let number = 1;
  let pieces: Uint8Array[] = [];
  let length = 0;
  const add = (piece: Uint8Array): void => {
    length += piece.length;
    if (length > most) throw new BadFile('Line', number, `it has more than ${most} bytes`);
    pieces.push(piece);
  };
  const take = (): NumberedLine => {
    const line = { number, text: decode(decoder, Buffer.concat(pieces), number) };
    [number, pieces, length] = [number + 1, [], 0];
    return line;
  };
  for await (const chunk of bytes) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, from)) {
      add(chunk.subarray(from, end));
      yield take();
      from = end + 1;
    }
    add(chunk.subarray(from));
  }
  if (length > 0) yield take();
}

function decode(decoder: TextDecoder, bytes: Uint8Array, number: number): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new BadFile('Line', number, 'it is not UTF-8');
  }
}
