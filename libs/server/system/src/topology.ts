import { DATABASES, type DatabaseName, type ProgramName } from './service-names';

/** What a system is made of. */
export interface SystemShape {
  /** How many realtime gateways; more than one need a Redis. */
  readonly gateways: number;
  /** The URL of each service's own database. */
  readonly databases: Readonly<Record<DatabaseName, string>>;
  readonly redisUrl?: string | undefined;
  /** Where browsers find it, e.g. `http://localhost:8080`. */
  readonly publicOrigin: string;
  /** Where mails are laid down where no mail server is configured. */
  readonly outboxDir: string;
  /** What the services prove to each other; at least 32 characters. */
  readonly rpcSecret: string;
  /** More environment for every process, or for those of one program. */
  readonly extraEnv?: Readonly<Partial<Record<ProgramName | 'all', Readonly<Record<string, string>>>>>;
}

/** One process of a system: its program, its ports on the loopback address and its environment. */
export interface ProcessShape {
  /** Unique in the system: `users`, `realtime-gateway-2`. */
  readonly name: string;
  readonly program: ProgramName;
  readonly env: Readonly<Record<string, string>>;
  /** The built file to run, where it is another than the program's own in the directory of built programs. */
  readonly main?: string;
  /** Health and metrics. */
  readonly opsPort: number;
  /** Calls of other services; null where it takes none. */
  readonly rpcPort: number | null;
  /** REST or sockets; null where it serves none. */
  readonly httpPort: number | null;
}

/** Ports that a system of that many gateways needs. */
export function portsNeeded(gateways: number): number {
  return DATABASES.length * 2 + 2 + gateways * 3;
}

/**
 * Plans the processes of a system, in the order in which they are best started: those who own data first.
 * @param ports at least `portsNeeded` free loopback ports
 */
export function planProcesses(shape: SystemShape, ports: readonly number[]): ProcessShape[] {
  const left = [...ports];
  const take = (): number => {
    const port = left.shift();
    if (port === undefined)
      throw new Error(`A system of ${shape.gateways} gateways needs ${portsNeeded(shape.gateways)} ports.`);
    return port;
  };
  const serving = DATABASES.map((program) => ({ program, opsPort: take(), rpcPort: take() }));
  const gateways = Array.from({ length: shape.gateways }, () => ({
    opsPort: take(),
    rpcPort: take(),
    httpPort: take(),
  }));
  const rpc = (program: DatabaseName): string => address(serving.find((one) => one.program === program)?.rpcPort);

  const edge = {
    USERS_RPC: rpc('users'),
    CHATROOMS_RPC: rpc('chatrooms'),
    MESSAGES_RPC: rpc('messages'),
    PUBLIC_ORIGIN: shape.publicOrigin,
    // The front, which is the only one to reach them, runs on this machine.
    TRUSTED_PROXIES: '127.0.0.1,::1',
    ...(shape.redisUrl !== undefined && { REDIS_URL: shape.redisUrl }),
  };
  const calls: Readonly<Record<DatabaseName, Readonly<Record<string, string>>>> = {
    users: {
      ...{ PUBLIC_ORIGIN: shape.publicOrigin, MESSAGES_RPC: rpc('messages') },
      MAIL_OUTBOX_DIR: shape.outboxDir,
    },
    chatrooms: { USERS_RPC: rpc('users'), MESSAGES_RPC: rpc('messages') },
    messages: {},
  };

  function processShape(
    name: string,
    program: ProgramName,
    ports: Omit<ProcessShape, 'name' | 'program' | 'env'>,
    env: Readonly<Record<string, string>>,
  ): ProcessShape {
    const { opsPort, rpcPort, httpPort } = ports;
    return {
      ...{ name, program, opsPort, rpcPort, httpPort },
      env: {
        NODE_ENV: 'production',
        RPC_SECRET: shape.rpcSecret,
        OPS_HOST: LOOPBACK,
        OPS_PORT: String(opsPort),
        ...(rpcPort !== null && { RPC_HOST: LOOPBACK, RPC_PORT: String(rpcPort) }),
        ...(httpPort !== null && { HTTP_HOST: LOOPBACK, HTTP_PORT: String(httpPort) }),
        ...env,
        ...shape.extraEnv?.all,
        ...shape.extraEnv?.[program],
      },
    };
  }

  return [
    ...serving.map(({ program, opsPort, rpcPort }) =>
      processShape(
        program,
        program,
        { opsPort, rpcPort, httpPort: null },
        { DATABASE_URL: shape.databases[program], ...calls[program] },
      ),
    ),
    ...gateways.map((ports, index) =>
      processShape(`realtime-gateway-${index + 1}`, 'realtime-gateway', ports, {
        ...edge,
        ALLOWED_ORIGINS: allowedOrigins(shape.publicOrigin).join(','),
        // All of them are on this very machine, which has one address.
        SOCKETS_PER_ADDRESS: '1000000',
      }),
    ),
    processShape(
      'api-gateway',
      'api-gateway',
      { opsPort: take(), rpcPort: null, httpPort: take() },
      { ...edge, REALTIME_RPC: gateways.map(({ rpcPort }) => address(rpcPort)).join(',') },
    ),
  ];
}

const LOOPBACK = '127.0.0.1';

function address(port: number | undefined): string {
  return `${LOOPBACK}:${port ?? 0}`;
}

/** A browser may have been pointed at the loopback address by any of its names. */
export function allowedOrigins(publicOrigin: string): string[] {
  const url = new URL(publicOrigin);
  if (url.hostname !== 'localhost') return [publicOrigin];
  return ['localhost', LOOPBACK, '[::1]'].map(
    (host) => `${url.protocol}//${host}${url.port === '' ? '' : `:${url.port}`}`,
  );
}
