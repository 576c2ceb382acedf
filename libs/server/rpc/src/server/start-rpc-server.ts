import type { DynamicModule, INestApplication, INestMicroservice, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { isTestRun, nestLogger, type Logger } from '@parley/server-runtime';
import type { Registry } from 'prom-client';
import { callTimer } from '../metrics';
import { Signer } from '../wire/signer';
import { RpcTransport } from './rpc-transport';

export interface RpcServerOptions {
  readonly host: string;
  /** 0 lets the system choose one. */
  readonly port: number;
  /** What services sign their calls with. */
  readonly secret: string;
  readonly log: Logger;
  readonly metrics?: Registry;
  /** Calls that may run at once; 10,000 by default. */
  readonly maxInFlight?: number;
  /** Whether answers are held against their contract; by default in tests only (`NODE_ENV=test`). */
  readonly checksOutput?: boolean;
}

/** A service that answers calls. */
export interface RpcServer {
  readonly app: INestMicroservice;
  readonly port: number;
  /** Takes no more calls and waits for those that run. Clients go elsewhere. */
  drain(): Promise<void>;
  /** Ends connections and the Nest application. */
  close(): Promise<void>;
}

/** Starts a Nest application whose controllers (`@Handle`) answer calls, and listens. */
export async function startRpcServer(module: Type | DynamicModule, options: RpcServerOptions): Promise<RpcServer> {
  const transport = transportOf(options);
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(module, {
    strategy: transport,
    logger: nestLogger(options.log),
    abortOnError: false,
  });
  await app.listen();
  return serverOf(app, transport);
}

/** Lets an application that serves HTTP or WebSocket answer calls as well. Closing `app` closes this too. */
export async function connectRpcServer(app: INestApplication, options: RpcServerOptions): Promise<RpcServer> {
  const transport = transportOf(options);
  const microservice = app.connectMicroservice<MicroserviceOptions>(
    { strategy: transport },
    { inheritAppConfig: false },
  );
  await microservice.listen();
  return serverOf(microservice, transport);
}

function transportOf({ host, port, secret, log, metrics, maxInFlight, checksOutput }: RpcServerOptions): RpcTransport {
  return new RpcTransport({
    ...{ host, port, log },
    signer: new Signer(secret),
    timer: callTimer('server', metrics),
    maxInFlight: maxInFlight ?? 10_000,
    checksOutput: checksOutput ?? isTestRun(),
  });
}

function serverOf(app: INestMicroservice, transport: RpcTransport): RpcServer {
  return {
    app,
    port: transport.listeningPort,
    drain: () => transport.drain(),
    close: () => app.close(),
  };
}
