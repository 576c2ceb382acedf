import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** What a gateway counts. Never a room or a person as a label. */
export function gatewayMetrics(registry: Registry) {
  const registers = [registry];
  return {
    sockets: new Gauge({ name: 'parley_sockets', help: 'Sockets connected to this node.', registers }),
    commandSeconds: new Histogram({
      name: 'parley_command_seconds',
      help: 'Time from a command to its acknowledgement.',
      labelNames: ['command', 'outcome'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
      registers,
    }),
    lostPublications: new Counter({
      name: 'parley_publications_lost_total',
      help: 'Facts that were not handed to Redis; clients of other nodes find them by sync.',
      registers,
    }),
    lostChanges: new Counter({
      name: 'parley_changes_lost_total',
      help: 'Changes that were given up before they became facts; clients find them by sync.',
      registers,
    }),
    cutReaders: new Counter({
      name: 'parley_slow_readers_cut_total',
      help: 'Connections closed because their client read too slowly.',
      registers,
    }),
  };
}
