import { EventEmitter } from 'node:events';
import { jest } from '@jest/globals';
import { takeoversOf } from './takeovers';

class FakeRedis extends EventEmitter {
  slots: string[][] = [];

  /** A Cluster is looked at, and these are the servers of its slots. */
  refresh(...slots: string[][]): void {
    this.slots = slots;
    this.emit('refresh');
  }
}

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

function watched(kind: Parameters<typeof takeoversOf>[1]) {
  const redis = new FakeRedis();
  const takeovers = takeoversOf(redis, kind);
  let count = 0;
  takeovers.on(() => count++);
  const told = (): number => {
    jest.advanceTimersByTime(1_000);
    return count;
  };
  return { redis, takeovers, told };
}

it('behind Sentinels each new connection may lead to another server, but for the first', () => {
  const { redis, told } = watched('sentinel');
  redis.emit('ready');
  expect(told()).toBe(0);
  redis.emit('ready');
  expect(told()).toBe(1);
});

it('in a Cluster it is told when the masters are others, and not when a slot has moved', () => {
  const { redis, told } = watched('cluster');
  redis.refresh(['a', 'x'], ['b', 'y'], ['b', 'y']);
  redis.emit('ready');
  redis.refresh(['a', 'x'], ['a', 'x'], ['b', 'y']);
  expect(told()).toBe(0);
  redis.refresh(['a', 'x'], ['a', 'x'], ['y']);
  expect(told()).toBe(1);
  redis.refresh(['a', 'x'], ['a', 'x'], ['y', 'b']);
  expect(told()).toBe(1);
});

it('in a Cluster that was away as a whole it is told too', () => {
  const { redis, told } = watched('cluster');
  redis.refresh(['a']);
  redis.emit('ready');
  redis.refresh(['a']);
  redis.emit('ready');
  expect(told()).toBe(1);
});

it('what changes at about the same time is told once, and nothing once it is over', () => {
  const { redis, takeovers, told } = watched('cluster');
  for (const master of ['a', 'b', 'c', 'd']) redis.refresh([master]);
  expect(told()).toBe(1);
  redis.refresh(['e']);
  takeovers.end();
  expect(told()).toBe(1);
});

it('a single server has no successor', () => {
  const { redis, told } = watched('single');
  for (let time = 0; time < 3; time++) redis.emit('ready');
  expect(told()).toBe(0);
});
