import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { freePorts } from '@parley/server-embedded';
import { eventually } from '@parley/testing';
import { inWorkspace } from './workspace';

/** A real HAProxy with docker/haproxy/haproxy.cfg, its names looked up at a name server of ours. */
export interface Proxy {
  readonly port: number;
  readonly origin: string;
  /** What it has logged so far. */
  readonly lines: readonly string[];
  stop(): Promise<void>;
}

export interface ProxyOptions {
  readonly program: string;
  readonly nameServerPort: number;
  /** Where the instances of all services listen, each on an address of its own. */
  readonly servicePort: number;
  /** What is set from outside besides. */
  readonly environment?: Readonly<Record<string, string>>;
}

export async function startProxy({ program, nameServerPort, servicePort, environment }: ProxyOptions): Promise<Proxy> {
  const [port = 0, selfPort = 0] = await freePorts(2);
  const lines: string[] = [];
  const child = spawn(program, ['-W', '-db', '-f', inWorkspace('docker/haproxy/haproxy.cfg')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      LISTEN: `127.0.0.1:${port}`,
      SELF_LISTEN: `127.0.0.1:${selfPort}`,
      DNS_SERVER: `127.0.0.1:${nameServerPort}`,
      SERVICE_PORT: String(servicePort),
      MAX_CONNECTIONS: '200',
      ...environment,
    },
  });
  for (const output of [child.stdout, child.stderr])
    createInterface({ input: output }).on('line', (line) => lines.push(line));
  await eventually(() => fetch(`http://127.0.0.1:${selfPort}/`));
  return { port, origin: `http://127.0.0.1:${port}`, lines, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}

/** Opens a WebSocket by hand: the answer to the handshake and, when accepted, the connection. */
export async function handshake(
  origin: string,
  path = '/socket.io/?EIO=4&transport=websocket',
): Promise<{ answer: IncomingMessage; socket: Socket | null }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ answer: IncomingMessage; socket: Socket | null }>();
  httpRequest(`${origin}${path}`, {
    agent: false,
    headers: {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    },
  })
    .on('upgrade', (answer, socket) => resolve({ answer, socket }))
    .on('response', (answer) => resolve({ answer: answer.resume(), socket: null }))
    .on('error', reject)
    .end();
  return promise;
}
