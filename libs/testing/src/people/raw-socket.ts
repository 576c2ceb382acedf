import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { frameHead } from './frame-head';

const TEXT = 1;
const CLOSE = 8;
const PING = 9;
const PONG = 10;
/** How often one who reads slowly reads. */
const SIP_MS = 100;

/**
 * A WebSocket made by hand, text frames alone: what it hears is what was on the wire, whatever any client library would make of it.
 * Frames of a server are neither masked nor compressed nor, here, split.
 */
export class RawSocket {
  private readonly socket: Socket;
  private buffer: Buffer = Buffer.alloc(0);
  private isOpen = false;
  private isOver = false;
  private sips: NodeJS.Timeout | undefined;
  lastHeardAt = performance.now();

  constructor(
    port: number,
    path: string,
    private readonly listener: { open(): void; text(text: string): void; close(): void },
  ) {
    this.socket = connect({ host: '127.0.0.1', port }, () => {
      const key = randomBytes(16).toString('base64');
      this.socket.write(
        `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
      );
    });
    this.socket.setNoDelay(true);
    this.socket.on('data', (chunk: Buffer) => this.take(chunk));
    this.socket.on('error', () => this.close());
    this.socket.on('close', () => this.close());
  }

  send(text: string): void {
    this.write(TEXT, Buffer.from(text));
  }

  /** Reads only so much from now on, as a client that hardly keeps up; with 0 nothing, as one that hangs. */
  slowDown(bytesPerSecond: number): void {
    this.socket.pause();
    this.sips = setInterval(() => {
      // While nothing is read, only who writes is told that the connection has ended.
      this.write(PONG, Buffer.alloc(0));
      if (bytesPerSecond > 0) this.socket.read(Math.ceil((bytesPerSecond * SIP_MS) / 1_000));
    }, SIP_MS);
  }

  close(): void {
    if (this.isOver) return;
    this.isOver = true;
    clearInterval(this.sips);
    this.socket.destroy();
    this.listener.close();
  }

  private take(chunk: Buffer): void {
    this.lastHeardAt = performance.now();
    this.buffer = this.buffer.length === 0 ? chunk : Buffer.concat([this.buffer, chunk]);
    if (!this.isOpen) {
      const end = this.buffer.indexOf('\r\n\r\n');
      if (end < 0) return;
      if (!this.buffer.subarray(0, end).toString().startsWith('HTTP/1.1 101')) return this.close();
      this.buffer = this.buffer.subarray(end + 4);
      this.isOpen = true;
      this.listener.open();
    }
    while (!this.isOver && this.frame());
  }

  /** Takes one frame off the buffer. Answers whether there was one. */
  private frame(): boolean {
    const head = frameHead(this.buffer);
    if (head === undefined) return false;
    const { opcode, start, end } = head;
    const payload = this.buffer.subarray(start, end);
    this.buffer = this.buffer.subarray(end);
    if (opcode === TEXT) this.listener.text(payload.toString());
    else if (opcode === PING) this.write(PONG, payload);
    else if (opcode === CLOSE) this.close();
    return true;
  }

  private write(opcode: number, payload: Buffer): void {
    if (this.isOver) return;
    const mask = randomBytes(4);
    const head =
      payload.length < 126
        ? Buffer.from([0x80 | opcode, 0x80 | payload.length])
        : Buffer.from([0x80 | opcode, 0x80 | 126, payload.length >> 8, payload.length & 0xff]);
    const masked = Buffer.from(payload);
    for (let index = 0; index < masked.length; index++) masked[index] = (masked[index] ?? 0) ^ (mask[index & 3] ?? 0);
    this.socket.write(Buffer.concat([head, mask, masked]));
  }
}
