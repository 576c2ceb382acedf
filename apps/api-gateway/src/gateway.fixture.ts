import { realtimeRpc, type Change } from '@parley/contracts';
import { loadConfig, Readiness } from '@parley/server-runtime';
import { recordingLog, standInService, startWorld, type World } from '@parley/testing';
import { Registry } from 'prom-client';
import { apiGatewayConfig } from './config';
import { startApiGateway } from './start-api-gateway';

/** An api-gateway on a port of its own, in front of a world in memory and a realtime gateway that notes what it is told. */
export interface TestGateway {
  readonly world: World;
  readonly origin: string;
  /** What the realtime gateway was told, in order. */
  readonly told: Change[];
  /** Every line logged so far. */
  logged(): Record<string, unknown>[];
  /** A request below `/api/v1`; `as` is an access token. */
  api(
    method: string,
    path: string,
    options?: { as?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<Response>;
  close(): Promise<void>;
}

export async function startTestGateway(environment: Record<string, string> = {}): Promise<TestGateway> {
  const running = await startWorld();
  const told: Change[] = [];
  const realtime = await standInService(
    realtimeRpc,
    {
      publish: async ({ changes }) => {
        told.push(...changes);
        return {};
      },
    },
    { secret: running.world.secret },
  );
  const { log, lines } = recordingLog();
  const gateway = await startApiGateway({
    name: 'api-gateway',
    config: loadConfig(apiGatewayConfig, {
      ...running.environment,
      ...{ OPS_PORT: '0', HTTP_PORT: '0', REALTIME_RPC: realtime.address },
      ...environment,
    }),
    ...{ log, readiness: new Readiness(), metrics: new Registry(), onDrain: () => undefined },
  });
  const origin = `http://127.0.0.1:${gateway.port}`;
  return {
    ...{ world: running.world, origin, told, logged: lines },
    api: (method, path, { as, body, headers = {} } = {}) =>
      fetch(`${origin}/api/v1${path}`, {
        method,
        headers: {
          ...(as === undefined ? {} : { authorization: `Bearer ${as}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    close: async () => {
      await gateway.stop();
      await Promise.all([realtime.close(), running.close()]);
    },
  };
}
