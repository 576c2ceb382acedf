import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Counted } from './address-quota';
import type { Visitor } from './door';

/**
 * The request by which a connection of long polling begins, as the door and the count of its address look at it. The TCP connection below is no measure: it
 * may carry many clients' requests, behind a proxy, and the client's next ones may come by another. So this visitor closes when its connection does or,
 * where it never got one, when its request is over.
 */
export class PollingVisit extends EventEmitter implements Visitor, Counted {
  private hasBegun = false;
  private isOver = false;

  private constructor(private readonly response: ServerResponse) {
    super();
    response.once('close', () => {
      if (!this.hasBegun) this.end();
    });
  }

  /** Undefined for the upgrade to a WebSocket. */
  static of(request: IncomingMessage): PollingVisit | undefined {
    // Engine.IO leaves the answer with the request, where there is one to give.
    const { res } = request as IncomingMessage & { res?: ServerResponse };
    return res === undefined ? undefined : new PollingVisit(res);
  }

  get readable(): boolean {
    return !this.isOver;
  }

  get destroyed(): boolean {
    return this.isOver;
  }

  /** The request has got its connection, and lasts as long as that. */
  begun(connection: { once(event: 'close', listener: () => void): unknown }): void {
    this.hasBegun = true;
    connection.once('close', () => this.end());
  }

  destroy(): void {
    if (!this.response.headersSent) this.response.writeHead(503).end();
  }

  private end(): void {
    this.isOver = true;
    this.emit('close');
  }
}
