/** A WebSocket without a client library: whatever is sent goes out as it is. */
export class RawConnection {
  /** The code that the connection was closed with. */
  readonly closed: Promise<number>;

  /** Packets received so far. */
  readonly received: string[] = [];

  private constructor(private readonly socket: WebSocket) {
    socket.addEventListener('message', ({ data }) => this.received.push(String(data)));
    this.closed = new Promise((resolve) => socket.addEventListener('close', ({ code }) => resolve(code)));
  }

  static async open(url: string): Promise<RawConnection> {
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`);
    const connection = new RawConnection(socket);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', () => reject(new Error('the connection was refused')));
    });
    return connection;
  }

  send(data: string | Uint8Array<ArrayBuffer>): void {
    this.socket.send(data);
  }

  close(): void {
    this.socket.close();
  }
}
