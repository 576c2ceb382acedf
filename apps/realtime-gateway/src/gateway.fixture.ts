import {
  realtimeRpc,
  type Ack,
  type CommandData,
  type CommandEvents,
  type CommandName,
  type CommandRequest,
  type FactEvents,
  type FactName,
  type FactPayload,
  type WireError,
} from '@parley/contracts';
import { rpcClient, type RpcClient } from '@parley/server-rpc';
import { loadConfig, Readiness } from '@parley/server-runtime';
import { eventually, startWorld, testLog, type RunningWorld, type TokenOptions, type World } from '@parley/testing';
import { Registry } from 'prom-client';
import { io, type Socket } from 'socket.io-client';
import { realtimeGatewayConfig } from './config';
import { startRealtimeGateway, type RealtimeGateway } from './start-realtime-gateway';

/** One running gateway. */
export interface TestGateway {
  readonly url: string;
  /** As the api-gateway reaches it. */
  readonly rpc: RpcClient<typeof realtimeRpc>;
  readonly gateway: RealtimeGateway;
  /** The present value of a metric without labels. */
  metric(name: string): Promise<number | undefined>;
  /** Takes the drain steps of a SIGTERM. */
  drain(): Promise<void>;
  readonly readiness: Readiness;
}

/** Gateways in front of a world in memory, and the clients that tests open on them. */
export class TestRealtime {
  private readonly clients: TestClient[] = [];

  private constructor(
    readonly running: RunningWorld,
    readonly gateways: readonly TestGateway[],
  ) {}

  static async start({
    gateways = 1,
    environment = {},
  }: { gateways?: number; environment?: Record<string, string> } = {}): Promise<TestRealtime> {
    const running = await startWorld();
    const started: TestGateway[] = [];
    try {
      for (let i = 0; i < gateways; i++) started.push(await startOne(running, environment));
    } catch (error) {
      await new TestRealtime(running, started).close();
      throw error;
    }
    return new TestRealtime(running, started);
  }

  get world(): World {
    return this.running.world;
  }

  get only(): TestGateway {
    const [gateway] = this.gateways;
    if (gateway === undefined) throw new Error('no gateway was started');
    return gateway;
  }

  /** A client of a person, connected to the gateway of that number; `origin` as a browser would send it. */
  async connect(
    userId: string,
    { gateway = 0, origin, ...token }: TokenOptions & { gateway?: number; origin?: string } = {},
  ): Promise<TestClient> {
    return this.connectWith(await this.world.token(userId, token), gateway, origin);
  }

  /** A client with this very token or API key. */
  async connectWith(token: string, gateway = 0, origin?: string): Promise<TestClient> {
    const client = new TestClient(this.gateways[gateway]?.url ?? '', {
      auth: { token },
      ...(origin === undefined ? {} : { extraHeaders: { origin } }),
    });
    this.clients.push(client);
    await client.connected();
    return client;
  }

  /** What a handshake with these options is refused with. */
  async refusal(options: Parameters<typeof io>[1], gateway = 0): Promise<WireError | undefined> {
    const client = new TestClient(this.gateways[gateway]?.url ?? '', options);
    this.clients.push(client);
    return client.refused();
  }

  async close(): Promise<void> {
    for (const client of this.clients) client.socket.disconnect();
    for (const { gateway, rpc } of this.gateways) {
      await rpc.close();
      await gateway.stop();
    }
    await this.running.close();
  }
}

/** Calls of services that a gateway makes by itself, a few each second, whoever is connected and whatever they do. */
export const OWN_CALLS: ReadonlySet<string> = new Set([
  'users.revocations',
  ...['messages.changedRooms', 'messages.changesSince', 'messages.memberIds', 'messages.membershipsOf'],
]);

/** A client as any could be written: no SDK, all facts noted. */
export class TestClient {
  readonly socket: Socket<FactEvents, CommandEvents>;
  readonly heard: { fact: string; payload: unknown }[] = [];
  disconnectedBy: string | undefined;

  constructor(url: string, options: Parameters<typeof io>[1]) {
    this.socket = io(url, { transports: ['websocket'], reconnection: false, forceNew: true, ...options });
    this.socket.onAny((fact: string, payload: unknown) => this.heard.push({ fact, payload }));
    this.socket.on('disconnect', (reason) => (this.disconnectedBy = reason));
  }

  async connected(): Promise<void> {
    if (this.socket.connected) return;
    await new Promise<void>((resolve, reject) => {
      this.socket.once('connect', resolve);
      this.socket.once('connect_error', reject);
    });
  }

  /** Why the handshake was refused, as far as that was told. */
  async refused(): Promise<WireError | undefined> {
    let error: WireError | undefined;
    const ending = await new Promise<'accepted' | 'refused'>((resolve) => {
      this.socket.once('connect', () => resolve('accepted'));
      this.socket.once('connect_error', (reason: Error & { data?: WireError }) => {
        error = reason.data;
        resolve('refused');
      });
    });
    expect(ending).toBe('refused');
    return error;
  }

  /** Gives a command and waits for its acknowledgement. */
  command<N extends CommandName>(name: N, payload: CommandRequest<N>): Promise<Ack<CommandData<N>>> {
    return this.raw(name, payload) as Promise<Ack<CommandData<N>>>;
  }

  /** Sends anything under any name. */
  raw(event: string, ...args: unknown[]): Promise<Ack<unknown>> {
    const socket: Socket = this.socket;
    return socket.timeout(20_000).emitWithAck(event, ...args) as Promise<Ack<unknown>>;
  }

  /** The payloads of a fact heard so far. */
  facts<N extends FactName>(name: N): FactPayload<N>[] {
    return this.heard.filter(({ fact }) => fact === name).map(({ payload }) => payload as FactPayload<N>);
  }

  /** Waits for so many of a fact. */
  async hears<N extends FactName>(name: N, count = 1): Promise<FactPayload<N>[]> {
    return eventually(() => {
      const facts = this.facts(name);
      expect(facts.length).toBeGreaterThanOrEqual(count);
      return facts;
    });
  }

  async disconnected(): Promise<string> {
    return eventually(() => {
      expect(this.disconnectedBy).toBeDefined();
      return this.disconnectedBy ?? '';
    });
  }
}

async function startOne(running: RunningWorld, environment: Record<string, string>): Promise<TestGateway> {
  const drains: ((hurry: AbortSignal) => Promise<void> | void)[] = [];
  const readiness = new Readiness();
  const metrics = new Registry();
  const gateway = await startRealtimeGateway({
    name: 'realtime-gateway',
    config: loadConfig(realtimeGatewayConfig, {
      ...running.environment,
      ...{ OPS_PORT: '0', HTTP_PORT: '0', RPC_PORT: '0', SOCKETS_PER_ADDRESS: '10000' },
      ...environment,
    }),
    ...{ log: testLog(), readiness, metrics, onDrain: (_, step) => void drains.push(step) },
  });
  readiness.markStarted();
  const rpc = rpcClient(realtimeRpc, {
    ...{ secret: running.world.secret, caller: 'api-gateway', log: testLog() },
    addresses: `127.0.0.1:${gateway.rpcPort}`,
    deadlineMs: 20_000,
  });
  return {
    url: `http://127.0.0.1:${gateway.port}`,
    ...{ rpc, gateway, readiness },
    metric: async (name) => (await metrics.getSingleMetric(name)?.get())?.values[0]?.value,
    drain: async () => {
      readiness.markDraining();
      for (const step of drains) await step(new AbortController().signal);
    },
  };
}
