/** What of a cluster's settings may be chosen. */
export interface SettingsChoice {
  readonly port: number;
  /** Whether a commit survives a crash of the machine. Off is three times as fast and good for throw-away data only. */
  readonly durable: boolean;
  readonly maxConnections: number;
}

/** The arguments of `postgres` for a cluster on a small machine: loopback only, about 200 MB of memory. */
export function postgresArguments(cluster: string, { port, durable, maxConnections }: SettingsChoice): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    // Sockets would need a directory with a short path that both we and the account may write to.
    unix_socket_directories: '',
    max_connections: maxConnections,
    shared_buffers: '128MB',
    effective_cache_size: '512MB',
    maintenance_work_mem: '64MB',
    max_wal_size: '512MB',
    checkpoint_completion_target: 0.9,
    random_page_cost: 1.1,
    // Compiling a query costs more than it saves on queries as small as ours.
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] %q%u@%d ',
    log_checkpoints: 'off',
    fsync: onOff(durable),
    synchronous_commit: onOff(durable),
    full_page_writes: onOff(durable),
  };
  return ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

function onOff(value: boolean): 'on' | 'off' {
  return value ? 'on' : 'off';
}
