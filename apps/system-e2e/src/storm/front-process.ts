import { startFront, type FrontOptions } from '@parley/server-system';

/** A front alone in a process: told what to be by the one that started it, it answers once it listens. */
process.once('message', (options: FrontOptions) => {
  void startFront(options).then(() => process.send?.('listening'));
});

process.on('disconnect', () => process.exit());
