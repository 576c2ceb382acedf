import 'reflect-metadata';
import { Failpoints, serveFailpoints } from '@parley/server-failpoints';
import { runProcess } from '@parley/server-runtime';
import { startRealtimeGateway } from '../start-realtime-gateway';
import { faultyGatewayConfig } from './config';
import { makeFaulty } from './make-faulty';

/** A realtime-gateway as a test build: it can be made to die at chosen places, and to make chosen mistakes. Never part of the product. */
runProcess({
  name: 'realtime-gateway',
  config: faultyGatewayConfig,
  start: async (context) => {
    const failpoints = new Failpoints();
    const control = await serveFailpoints(failpoints, context.config.FAILPOINTS_PORT);
    makeFaulty(failpoints, context.config.PLANT);
    const gateway = await startRealtimeGateway(context);
    return {
      stop: async () => {
        await gateway.stop();
        await control.close();
      },
    };
  },
});
