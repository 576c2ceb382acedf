import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { frameHead } from '@parley/testing';
import { Finding, PATIENCE_MS } from './target';

/** The upgrade that a client of ours sends. */
export const UPGRADE =
  'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: parley\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
  'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n';

/** A masked WebSocket frame. @param opcode 0 to 15 */
export function frame(opcode: number, payload: Buffer, { isFinal = true } = {}): Buffer {
  const head =
    payload.length < 126
      ? Buffer.from([opcode, 0x80 | payload.length])
      : payload.length < 65_536
        ? Buffer.from([opcode, 0x80 | 126, payload.length >> 8, payload.length & 0xff])
        : Buffer.concat([Buffer.from([opcode, 0x80 | 127, 0, 0, 0, 0]), uint32(payload.length)]);
  if (isFinal) head[0] = (head[0] ?? 0) | 0x80;
  const mask = randomBytes(4);
  return Buffer.concat([head, mask, payload.map((byte, index) => byte ^ (mask[index & 3] ?? 0))]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** How long whoever attacks listens for what comes back. */
const REST_MS = 60;

/** A WebSocket on which anything can be sent, and of which every text is kept. */
export class FuzzSocket {
  readonly packets: string[] = [];
  isOver = false;
  private buffer: Buffer = Buffer.alloc(0);
  private isUpgraded = false;
  private readonly checks = new Set<() => void>();

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.take(chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.isOver = true;
      this.look();
    });
  }

  /** Connected, Engine.IO's greeting heard. */
  static async open(port: number): Promise<FuzzSocket> {
    const socket = new FuzzSocket(connect({ host: '127.0.0.1', port }));
    socket.socket.write(UPGRADE);
    if ((await socket.heard((packet) => packet.startsWith('0'))) === null)
      throw new Finding(`port ${port} takes no socket`);
    return socket;
  }

  /** Ends its handshake with a token. */
  async join(token: string): Promise<void> {
    this.text(`40${JSON.stringify({ token })}`);
    const answer = await this.heard((packet) => packet.startsWith('40') || packet.startsWith('44'));
    // Somebody may be connected too often right now; then the rest is sent without a socket.
    if (answer?.startsWith('44') && !answer.includes('rate_limited')) throw new Finding(`a sound handshake: ${answer}`);
  }

  text(text: string): void {
    this.frame(1, Buffer.from(text));
  }

  frame(opcode: number, payload: Buffer): void {
    if (!this.isOver) this.socket.write(frame(opcode, payload));
  }

  /** The first packet that is accepted, heard already or later; null where the connection ends before. @throws Finding where nothing comes */
  heard(accepts: (packet: string) => boolean): Promise<string | null> {
    return new Promise((resolve, reject) => {
      const finish = (answer: string | null): void => {
        clearTimeout(timer);
        this.checks.delete(check);
        resolve(answer);
      };
      const check = (): void => {
        const found = this.packets.find(accepts);
        if (found !== undefined) finish(found);
        else if (this.isOver) finish(null);
      };
      const timer = setTimeout(
        () => reject(new Finding(`no answer; heard ${this.packets.join(' ').slice(0, 200)}`)),
        PATIENCE_MS,
      );
      this.checks.add(check);
      check();
    });
  }

  /** Lets what was sent be read. */
  rest(): Promise<void> {
    return pause(REST_MS);
  }

  close(): void {
    this.socket.destroy();
  }

  private look(): void {
    for (const check of [...this.checks]) check();
  }

  private take(chunk: Buffer): void {
    this.buffer = Buffer.concat([this.buffer, chunk]);
    if (!this.isUpgraded) {
      const end = this.buffer.indexOf('\r\n\r\n');
      if (end < 0) return;
      this.isUpgraded = true;
      this.buffer = this.buffer.subarray(end + 4);
    }
    while (this.nextFrame());
    this.look();
  }

  /** Takes one frame of the server's off the buffer: neither masked nor split. Answers whether there was one. */
  private nextFrame(): boolean {
    const head = frameHead(this.buffer);
    if (head === undefined) return false;
    const { opcode, start, end } = head;
    if (opcode === 1) this.packets.push(this.buffer.subarray(start, end).toString());
    // It says good-bye, and waits for ours.
    else if (opcode === 8) this.socket.destroy();
    this.buffer = this.buffer.subarray(end);
    return true;
  }
}
