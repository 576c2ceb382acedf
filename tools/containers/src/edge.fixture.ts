import { freePort } from '@parley/server-embedded';
import { eventually } from '@parley/testing';
import { startInstance, type Instance } from './instance.fixture';
import { startNameServer, type NameServer } from './name-server.fixture';
import { startProxy, type Proxy } from './proxy.fixture';

/** Paths that lead to each service, without being anything else. */
const PROBES = { 'api-gateway': '/api/probe', 'realtime-gateway': '/socket.io/probe', web: '/probe' } as const;
/** Longer than it takes the proxy to look a name up, and to find an instance well or not. */
const PATIENCE_MS = 15_000;

/** A real proxy, and what is behind it: instances of services that are found by their names. */
export class Edge {
  private readonly instances: Instance[] = [];

  private constructor(
    private readonly proxy: Proxy,
    private readonly nameServer: NameServer,
    private readonly servicePort: number,
  ) {}

  static async open(program: string, environment: Readonly<Record<string, string>> = {}): Promise<Edge> {
    const [servicePort, nameServer] = [await freePort(), await startNameServer()];
    const proxy = await startProxy({ program, nameServerPort: nameServer.port, servicePort, environment });
    return new Edge(proxy, nameServer, servicePort);
  }

  get origin(): string {
    return this.proxy.origin;
  }

  get port(): number {
    return this.proxy.port;
  }

  /** What the proxy has logged so far, line by line. */
  get log(): readonly string[] {
    return this.proxy.lines;
  }

  /** Starts an instance on an address of its own; no name leads to it yet. */
  async start(name: string): Promise<Instance> {
    const instance = await startInstance(name, `127.0.0.${this.instances.length + 2}`, this.servicePort);
    this.instances.push(instance);
    return instance;
  }

  /** Has a service's name lead to these instances, from the proxy's next question on. */
  name(service: keyof typeof PROBES, instances: readonly Instance[]): void {
    const addresses = instances.map(({ address }) => address);
    this.nameServer.names.set(service, addresses);
  }

  /** Starts instances of a service (`web-1`, `web-2` …) and waits until the proxy has found all of them. */
  async serve(service: keyof typeof PROBES, count = 1): Promise<readonly Instance[]> {
    const instances: Instance[] = [];
    while (instances.length < count) instances.push(await this.start(`${service}-${instances.length + 1}`));
    this.name(service, instances);
    const seen = new Set<string | null>();
    await eventually(async () => {
      seen.add(await this.instanceFor(PROBES[service]));
      expect([...seen].filter((name) => name !== null)).toHaveLength(count);
    }, PATIENCE_MS);
    for (const { requests } of instances) requests.length = 0;
    return instances;
  }

  /** The instance that answers at this path; null where the proxy does so itself. */
  async instanceFor(path: string): Promise<string | null> {
    const answer = await fetch(`${this.origin}${path}`);
    await answer.body?.cancel();
    return answer.headers.get('x-instance');
  }

  /** Waits until the proxy has noticed something. */
  soon<T>(check: () => T | Promise<T>): Promise<T> {
    return eventually(check, PATIENCE_MS);
  }

  async close(): Promise<void> {
    await this.proxy.stop();
    await Promise.all([...this.instances.map((instance) => instance.close()), this.nameServer.close()]);
  }
}
