/** Run as a program: a process that does what its environment (`BEHAVIOUR`) says, to try the bootstrap with. */
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { commonConfig } from '../config/common-config';
import { runProcess } from './run-process';

const config = z.object({ ...commonConfig, BEHAVIOUR: z.string().default('serve'), WANTED: z.string() });

runProcess({
  name: 'probe',
  config,
  start: async ({ config: { BEHAVIOUR }, log, onDrain, readiness }) => {
    if (BEHAVIOUR === 'fail') throw new Error('the cellar is flooded');
    if (BEHAVIOUR === 'crash')
      setTimeout(() => {
        throw new Error('thrown by nobody');
      }, 50);
    if (BEHAVIOUR === 'reject') setTimeout(() => void Promise.reject(new Error('rejected by nobody')), 50);
    onDrain('first', () => log.info({ draining: readiness.draining }, 'first'));
    onDrain('second', async (hurry) => {
      const ms = ['linger', 'move'].includes(BEHAVIOUR) ? 60_000 : 100;
      await sleep(ms, undefined, BEHAVIOUR === 'move' ? { signal: hurry } : {}).catch(() => undefined);
      log.info('second');
    });
    if (BEHAVIOUR === 'stumble') onDrain('third', () => Promise.reject(new Error('the third step')));
    const keepAlive = setInterval(() => undefined, 60_000);
    return {
      stop: async () => {
        clearInterval(keepAlive);
        log.info('stopped');
      },
    };
  },
});
