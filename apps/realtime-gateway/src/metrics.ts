import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

export type GatewayMetrics = ReturnType<typeof gatewayMetrics>;

/** What a gateway counts. Never a room or a person as a label. */
export function gatewayMetrics(registry: Registry) {
  const registers = [registry];
  return {
    sockets: new Gauge({ name: 'parley_sockets', help: 'Sockets connected to this node.', registers }),
    waitingOutside: new Gauge({
      name: 'parley_door_waiting',
      help: 'Connections that wait for their upgrade; more than a moment of it is a storm, or too few nodes.',
      registers,
    }),
    commandSeconds: new Histogram({
      name: 'parley_command_seconds',
      help: 'Time from a command to its acknowledgement.',
      labelNames: ['command', 'outcome'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
      registers,
    }),
    lostPublications: new Counter({
      name: 'parley_publications_lost_total',
      help: 'Facts that were not handed to Redis; other nodes find them by comparing.',
      registers,
    }),
    lostChanges: new Counter({
      name: 'parley_changes_lost_total',
      help: 'Changes that were given up before they became facts; every node finds them by comparing.',
      registers,
    }),
    reconciledMessages: new Counter({
      name: 'parley_messages_reconciled_total',
      help: 'Messages told again to the sockets of this node because their fact had not come; 0 in health.',
      registers,
    }),
    reconciledMembers: new Counter({
      name: 'parley_memberships_reconciled_total',
      help: 'Rooms in which the wrong people were listening here because a change of members had not come; 0 in health.',
      registers,
    }),
    canarySeconds: new Histogram({
      name: 'parley_canary_seconds',
      help: 'Time in which what this node sends to all nodes comes back to it; tried every second.',
      buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
      registers,
    }),
    canarySilence: new Gauge({
      name: 'parley_canary_silence_seconds',
      help: 'Seconds since something last came back; beyond 4 the node is not ready.',
      registers,
    }),
    cutReaders: new Counter({
      name: 'parley_slow_readers_cut_total',
      help: 'Connections closed because their client read too slowly.',
      registers,
    }),
    cutReadersSeconds: new Histogram({
      name: 'parley_slow_readers_waited_seconds',
      help: 'How long too much had been waiting for a client when its connection was closed.',
      buckets: [0.1, 0.5, 1, 2, 3, 5, 10],
      registers,
    }),
  };
}
