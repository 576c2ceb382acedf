import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

const WORD = /"((?:[^"\\]|\\.)*)"/g;

/** Notes every command that a Redis is given by its clients, in their order; what a script does is part of the script. */
export class RedisMonitor {
  private readonly given: string[][] = [];

  private constructor(private readonly socket: Socket) {
    createInterface({ input: socket }).on('line', (line) => {
      if (!/^\+\d+\.\d+ \[\d+ (?!lua)/.test(line)) return;
      this.given.push([...line.matchAll(WORD)].map(([, word = '']) => word));
    });
  }

  static async start(url: string): Promise<RedisMonitor> {
    const { hostname, port, password } = new URL(url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    const monitor = new RedisMonitor(socket);
    socket.write(`AUTH ${password}\r\nMONITOR\r\n`);
    return monitor;
  }

  /** How many there were so far: a place to begin from. */
  get count(): number {
    return this.given.length;
  }

  /** Commands since a place, each with its name, in small letters, and its words. */
  since(place: number): (readonly [name: string, ...words: string[]])[] {
    return this.given.slice(place).map(([name = '', ...words]) => [name.toLowerCase(), ...words]);
  }

  close(): void {
    this.socket.destroy();
  }
}
