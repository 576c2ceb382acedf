import type { EventEmitter } from 'node:events';
import type { RedisTarget } from './redis-url';

/** So long after a change it is told, together with all that changed meanwhile: where one server takes over, others often do. */
const GATHERED_MS = 500;

/** What is needed of a client: its events and, of a Cluster's, the servers of each slot, the master first. */
export interface TakenOver extends Pick<EventEmitter, 'on'> {
  readonly slots?: readonly (readonly string[])[];
}

/** Tells when another server may have taken over from one that was spoken to. */
export interface Takeovers {
  on(listener: () => void): void;
  end(): void;
}

/**
 * Behind Sentinels that is so whenever the connection is new: it leads to whoever is master now. In a Cluster, when the masters are not those of before
 * (that a slot has moved is no takeover: its keys have moved with it), or when all of it had been away. A single server has no successor.
 */
export function takeoversOf(redis: TakenOver, kind: RedisTarget['kind']): Takeovers {
  const listeners = new Set<() => void>();
  let timer: NodeJS.Timeout | undefined;
  const changed = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      for (const listener of listeners) listener();
    }, GATHERED_MS).unref();
  };
  if (kind !== 'single') {
    let isFirst = true;
    redis.on('ready', () => {
      if (!isFirst) changed();
      isFirst = false;
    });
  }
  if (kind === 'cluster') {
    let known = '';
    redis.on('refresh', () => {
      const masters = [...new Set((redis.slots ?? []).flatMap(([master]) => master ?? []))].sort().join();
      if (known !== '' && masters !== known) changed();
      known = masters;
    });
  }
  return {
    on: (listener) => void listeners.add(listener),
    end: () => {
      clearTimeout(timer);
      listeners.clear();
    },
  };
}
