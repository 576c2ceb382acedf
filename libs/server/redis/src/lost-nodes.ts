import type { EventEmitter } from 'node:events';
import type { Logger } from '@parley/server-runtime';

/** What is needed of the client of a Cluster: its events, its state, and the servers of each slot by their names. */
export interface WatchedCluster extends Pick<EventEmitter, 'on'> {
  readonly status: string;
  readonly slots: readonly (readonly string[])[];
}

/** And of the client of one of its nodes. */
export interface WatchedNode extends Pick<EventEmitter, 'once'> {
  readonly options: { readonly host?: string | undefined; readonly port?: number | undefined };
}

/** Tells the log by name which node of a Cluster is lost, once, and that it is back. One that the Cluster has let go of is not lost. */
export function logLostNodes(cluster: WatchedCluster, name: string, log: Logger): void {
  const lost = new Set<string>();
  cluster.on('-node', ({ options: { host, port } }: WatchedNode) => {
    const node = `${host}:${port}`;
    // Whoever is closed, or begins anew, lets go of all of them.
    if (cluster.status !== 'ready' || lost.has(node) || !cluster.slots.some((servers) => servers.includes(node)))
      return;
    lost.add(node);
    log.warn({ redis: name, node }, 'a node of the Redis Cluster is away');
  });
  cluster.on('+node', (client: WatchedNode) => {
    client.once('ready', () => {
      const node = `${client.options.host}:${client.options.port}`;
      if (lost.delete(node)) log.info({ redis: name, node }, 'a node of the Redis Cluster is back');
    });
  });
}
