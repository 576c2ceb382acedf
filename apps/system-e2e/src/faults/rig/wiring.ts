import type { ProcessShape } from '@parley/server-system';
import { Link } from './link';

/** Variables that name where another part of the system is, and what it is called in the name of a link. */
const TARGETS: Readonly<Record<string, string>> = {
  DATABASE_URL: 'postgres',
  REDIS_URL: 'redis',
  USERS_RPC: 'users',
  CHATROOMS_RPC: 'chatrooms',
  MESSAGES_RPC: 'messages',
  REALTIME_RPC: 'realtime',
};

/** The links of a system, by the name `who->whom`, such as `realtime-gateway-2->redis`. */
export class Wiring {
  private readonly links = new Map<string, Link>();

  /** Puts a link on every way from one process to another part of the system. */
  async rewire(shapes: readonly ProcessShape[]): Promise<ProcessShape[]> {
    return Promise.all(
      shapes.map(async (shape) => {
        const env = { ...shape.env };
        for (const [variable, whom] of Object.entries(TARGETS)) {
          const value = env[variable];
          // Sentinels and the nodes of a Cluster tell each other's addresses: nobody in between would be asked twice.
          if (value === undefined || /^rediss?\+/.test(value)) continue;
          env[variable] = value.includes('://')
            ? await this.throughUrl(`${shape.name}->${whom}`, value)
            : await this.throughAddresses(`${shape.name}->${whom}`, value);
        }
        return { ...shape, env };
      }),
    );
  }

  async add(name: string, target: { readonly host: string; readonly port: number }): Promise<Link> {
    const link = new Link(name, () => target);
    await link.open();
    this.links.set(name, link);
    return link;
  }

  /** @throws where there is none of that name */
  get(name: string): Link {
    const link = this.links.get(name);
    if (!link) throw new Error(`There is no link ${name}; there are: ${[...this.links.keys()].join(', ')}`);
    return link;
  }

  matching(pattern: RegExp): Link[] {
    return [...this.links.values()].filter(({ name }) => pattern.test(name));
  }

  async close(): Promise<void> {
    await Promise.all([...this.links.values()].map((link) => link.close()));
  }

  private async throughUrl(name: string, value: string): Promise<string> {
    const url = new URL(value);
    const link = await this.add(name, { host: url.hostname, port: Number(url.port) });
    url.port = String(link.port);
    return url.toString();
  }

  private async throughAddresses(name: string, value: string): Promise<string> {
    const addresses = value.split(',');
    const links = await Promise.all(
      addresses.map((address, index) => {
        const [host = '', port = ''] = address.split(':');
        return this.add(addresses.length === 1 ? name : `${name}-${index + 1}`, { host, port: Number(port) });
      }),
    );
    return links.map(({ port }) => `127.0.0.1:${port}`).join(',');
  }
}
