/** What the first frame of some bytes is, and where its payload lies in them. */
export interface FrameHead {
  /** 0 to 15 */
  readonly opcode: number;
  readonly start: number;
  readonly end: number;
}

/** Reads the head of the first frame that a server sent, which masks nothing. Undefined while not all of the frame has come. */
export function frameHead(bytes: Buffer): FrameHead | undefined {
  if (bytes.length < 2) return undefined;
  const short = bytes.readUInt8(1) & 0x7f;
  const start = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (bytes.length < start) return undefined;
  const length = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
  const end = start + length;
  return bytes.length < end ? undefined : { opcode: bytes.readUInt8(0) & 0x0f, start, end };
}
