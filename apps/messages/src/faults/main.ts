import 'reflect-metadata';
import { Failpoints, serveFailpoints } from '@parley/server-failpoints';
import { runProcess } from '@parley/server-runtime';
import { startMessages } from '../start-messages';
import { faultyMessagesConfig } from './config';
import { faultyParts } from './faulty-parts';

/** The messages service as a test build: it can be made to die at chosen places, and to make chosen mistakes. Never part of the product. */
runProcess({
  name: 'messages',
  config: faultyMessagesConfig,
  start: async (context) => {
    const failpoints = new Failpoints();
    const control = await serveFailpoints(failpoints, context.config.FAILPOINTS_PORT);
    const messages = await startMessages(context, faultyParts(failpoints, context.config.PLANT));
    return {
      stop: async () => {
        await messages.stop();
        await control.close();
      },
    };
  },
});
