import { frameHead } from './frame-head';

function frame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  const short = Buffer.from([0x80 | opcode, length]);
  const medium = Buffer.from([0x80 | opcode, 126, length >> 8, length & 0xff]);
  const long = Buffer.concat([Buffer.from([0x80 | opcode, 127]), Buffer.alloc(8)]);
  if (length >= 65_536) long.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([length < 126 ? short : length < 65_536 ? medium : long, payload]);
}

it.each([0, 1, 125, 126, 65_535, 65_536, 100_000])('finds a payload of %d bytes, once all of it has come', (length) => {
  const payload = Buffer.alloc(length, 'x');
  const sent = frame(9, payload);
  for (const missing of [1, 2, Math.min(length, 9), length, sent.length].filter((count) => count > 0))
    expect(frameHead(sent.subarray(0, sent.length - missing))).toBeUndefined();
  for (const more of ['', 'the next one']) {
    const head = frameHead(Buffer.concat([sent, Buffer.from(more)]));
    expect(head).toEqual({ opcode: 9, start: sent.length - length, end: sent.length });
  }
});
