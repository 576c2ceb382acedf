import { Adapter } from 'socket.io-adapter';
import type { Engine } from './engine';

/** Socket.IO's own adapter; the one of a lone node has nobody else to tell. */
class LoneAdapter extends Adapter {
  override serverSideEmit(): void {}
}

/** The engine of a node that is alone: no Redis, nothing leaves the process. */
export function memoryEngine(): Engine {
  const listeners: ((text: string) => void)[] = [];
  return {
    adapter: LoneAdapter,
    round: {
      send: (text) => listeners.forEach((listener) => listener(text)),
      onReturn: (listener) => void listeners.push(listener),
    },
    settled: () => Promise.resolve(),
    onRestored: () => undefined,
    close: () => Promise.resolve(),
  };
}
