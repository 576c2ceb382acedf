import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { realtimeRpc } from '@parley/contracts';
import { ChangeQueue, ErrorLog, openEdge } from '@parley/server-edge';
import { rpcClient } from '@parley/server-rpc';
import { nestLogger, type ProcessContext, type Running } from '@parley/server-runtime';
import { Counter } from 'prom-client';
import { ApiModule } from './api.module';
import type { ApiGatewayConfig } from './config';
import { httpAdapter, prepareHttp } from './http/fastify';

/** A listening api-gateway. */
export interface ApiGateway extends Running {
  readonly port: number;
}

/** How long one realtime gateway may take to accept changes before another is asked. */
const PUBLISH_DEADLINE_MS = 1_000;

export async function startApiGateway(context: ProcessContext<ApiGatewayConfig>): Promise<ApiGateway> {
  const { name, config, log, metrics, readiness } = context;
  const edge = await openEdge(context);
  const realtime = rpcClient(realtimeRpc, {
    ...{ caller: name, secret: config.RPC_SECRET, log, metrics },
    addresses: config.REALTIME_RPC,
    deadlineMs: PUBLISH_DEADLINE_MS,
  });
  const lost = new Counter({
    name: 'parley_changes_lost_total',
    help: 'Changes that no realtime gateway was told of; clients find them by sync.',
    registers: [metrics],
  });
  const changes = new ChangeQueue({
    deliver: async (batch) => {
      const publish = () => realtime.publish({ changes: [...batch] });
      // The gateway that was asked may hang: the next one may not. Told twice is as good as once.
      await publish().catch(publish);
    },
    onLost: (count, reason) => {
      lost.inc(count);
      log.warn({ count, err: reason }, 'the realtime gateways were not told of changes');
    },
  });

  const errors = new ErrorLog(log);
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.with({ edge, changes, config, readiness, errors }),
    httpAdapter(errors),
    { logger: nestLogger(log), bodyParser: false, abortOnError: false },
  );
  await prepareHttp(app);
  await app.listen(config.HTTP_PORT, config.HTTP_HOST);
  context.onDrain('requests under way', () => app.close());
  context.onDrain('changes not told yet', () => changes.flushed());
  const address = app.getHttpServer().address();

  return {
    port: typeof address === 'object' && address !== null ? address.port : config.HTTP_PORT,
    stop: async () => {
      await app.close();
      await Promise.all([edge.close(), realtime.close()]);
    },
  };
}
