import { randomUUID } from 'node:crypto';
import type { Round } from '../engine';
import type { RedisPublisher } from './redis-publisher';
import type { Subscriber } from './subscriber';

/** A channel of this node's own on the connections that facts take: what is said on it goes out with them, through Redis, and comes back with them. */
export class RedisRound implements Round {
  private readonly channel = `parley#canary#${randomUUID()}#`;

  constructor(
    private readonly publisher: Pick<RedisPublisher, 'spublish'>,
    private readonly subscriber: Pick<Subscriber, 'ssubscribe' | 'on'>,
  ) {}

  send(text: string): void {
    // It never rejects: what is lost does not come back, and that is what tells.
    void this.publisher.spublish(this.channel, text);
  }

  onReturn(listener: (text: string) => void): void {
    const mine = Buffer.from(this.channel);
    this.subscriber.on('smessageBuffer', (channel, message) => {
      if (mine.equals(channel)) listener(message.toString());
    });
    this.subscriber.ssubscribe(this.channel);
  }
}
