import { RawSocket } from '@parley/testing';
import type { Seat } from './side';

const PATH = '/socket.io/?EIO=4&transport=websocket';

/** Told what a client hears. */
export interface WireListener {
  connected(): void;
  /** A message came that was sent at this moment, by `now()`, under this name. */
  heard(sentAt: number, name: string): void;
  closed(reason: string): void;
}

/** What is said, and where. */
export interface Words {
  readonly roomId: string;
  readonly name: string;
  readonly characters: number;
}

/** Milliseconds on a clock that all processes of a machine share. */
export const now = (): number => performance.timeOrigin + performance.now();

/** As little of a client as can send and hear: Socket.IO by hand, and of each message nothing read but when it was sent and its name, which it says itself. */
export class WireClient {
  readonly seat: Seat;
  readonly #socket: RawSocket;
  readonly #waiting = new Map<number, (isOk: boolean) => void>();
  #count = 0;

  constructor(seat: Seat, listener: WireListener) {
    this.seat = seat;
    this.#socket = new RawSocket(seat.port, PATH, {
      open: () => undefined,
      text: (text) => this.#hear(text, listener),
      close: () => listener.closed('the connection broke off'),
    });
  }

  /**
   * Sends a message of so many characters to a room, under a name without spaces, which counts as sent at that moment by `now()`. Resolves with whether it was
   * acknowledged.
   */
  send(clientMessageId: string, { roomId, name, characters }: Words, sentAt: number): Promise<boolean> {
    const text = `${sentAt.toFixed(3)} ${name} `.padEnd(characters, 'parley ').trimEnd();
    const count = this.#count++;
    return new Promise((resolve) => {
      this.#waiting.set(count, resolve);
      this.#socket.send(`42${count}["message:send",${JSON.stringify({ roomId, clientMessageId, text })}]`);
    });
  }

  close(): void {
    this.#socket.close();
  }

  #hear(text: string, listener: WireListener): void {
    if (text.startsWith('42["message:created"')) {
      const at = text.indexOf('"text":"') + 8;
      const afterTime = text.indexOf(' ', at);
      const afterName = text.indexOf(' ', afterTime + 1);
      listener.heard(Number(text.slice(at, afterTime)), text.slice(afterTime + 1, afterName));
    } else if (text === '2') this.#socket.send('3');
    else if (text.startsWith('43')) {
      const start = text.indexOf('[');
      const count = Number(text.slice(2, start));
      this.#waiting.get(count)?.(text.startsWith('[{"ok":true', start));
      this.#waiting.delete(count);
    } else if (text.startsWith('40')) listener.connected();
    else if (text.startsWith('44')) listener.closed(text.slice(2, 200));
    else if (text.startsWith('0')) this.#socket.send(`40${this.seat.auth}`);
  }
}
