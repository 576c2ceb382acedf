import { asNamed, withoutPlace, type Placement } from '@parley/server-redis';
import type { RedisPublisher } from './redis-publisher';
import type { Subscriber } from './subscriber';

/** Says everything in the place where its channel lies; where there is but one, what it was given. */
export function placedPublisher(
  publisher: Pick<RedisPublisher, 'spublish'>,
  placed: Placement,
): Pick<RedisPublisher, 'spublish'> {
  if (placed === asNamed) return publisher;
  return { spublish: (channel, message) => publisher.spublish(placed(channel, channel), message) };
}

/** Hears channels where they lie, and tells of them by their own names; where there is but one place, what it was given. */
export function placedSubscriber(subscriber: Subscriber, placed: Placement): Subscriber {
  if (placed === asNamed) return subscriber;
  return {
    on: (event, listener) => subscriber.on(event, (channel, message) => listener(withoutPlace(channel), message)),
    ssubscribe: (channel) => subscriber.ssubscribe(placed(channel, channel)),
    sunsubscribe: (channel) => subscriber.sunsubscribe(placed(channel, channel)),
    onRestored: (listener) => subscriber.onRestored(listener),
    settled: () => subscriber.settled(),
  };
}
