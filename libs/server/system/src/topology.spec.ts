import fc from 'fast-check';
import { allowedOrigins, planProcesses, portsNeeded, type SystemShape } from './topology';

const shape: SystemShape = {
  gateways: 2,
  databases: { users: 'postgresql://u', chatrooms: 'postgresql://c', messages: 'postgresql://m' },
  redisUrl: 'redis://r',
  publicOrigin: 'http://localhost:8080',
  rpcSecret: 'a'.repeat(64),
  outboxDir: '/tmp/outbox',
};

function plan(changes: Partial<SystemShape> = {}) {
  const planned = { ...shape, ...changes };
  const ports = Array.from({ length: portsNeeded(planned.gateways) }, (_, index) => 20_000 + index);
  return planProcesses(planned, ports);
}

describe('planProcesses', () => {
  it('gives every process ports of its own, and uses exactly those it needs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), (gateways) => {
        const ports = plan({ gateways }).flatMap(({ opsPort, rpcPort, httpPort }) =>
          [opsPort, rpcPort ?? [], httpPort ?? []].flat(),
        );
        expect(new Set(ports).size).toBe(portsNeeded(gateways));
        expect(ports).toHaveLength(portsNeeded(gateways));
      }),
    );
  });

  it('starts those who own data first', () => {
    expect(plan().map(({ name }) => name)).toEqual([
      ...['users', 'chatrooms', 'messages'],
      ...['realtime-gateway-1', 'realtime-gateway-2', 'api-gateway'],
    ]);
  });

  it('tells each where the others take calls', () => {
    const processes = plan();
    const listening = (program: string) =>
      processes.filter((one) => one.program === program).map(({ env }) => `${env['RPC_HOST']}:${env['RPC_PORT']}`);
    const [users, chatrooms, messages] = ['users', 'chatrooms', 'messages'].map((program) => listening(program)[0]);
    const envOf = (name: string) => processes.find((one) => one.name === name)?.env;
    expect(envOf('chatrooms')).toMatchObject({ USERS_RPC: users, MESSAGES_RPC: messages });
    expect(envOf('users')).toMatchObject({ MESSAGES_RPC: messages });
    expect(envOf('realtime-gateway-2')).toMatchObject({
      USERS_RPC: users,
      CHATROOMS_RPC: chatrooms,
      MESSAGES_RPC: messages,
    });
    expect(envOf('api-gateway')).toMatchObject({ REALTIME_RPC: listening('realtime-gateway').join(',') });
  });

  it('gives a database to none but its owner, and Redis to the edges only', () => {
    for (const { program, env } of plan()) {
      expect(env['DATABASE_URL']).toBe(program in shape.databases ? shape.databases[program as 'users'] : undefined);
      expect(env['REDIS_URL']).toBe(program.endsWith('-gateway') ? shape.redisUrl : undefined);
    }
  });

  it('names no Redis where there is none', () => {
    for (const { env } of plan({ gateways: 1, redisUrl: undefined })) expect(env).not.toHaveProperty('REDIS_URL');
  });

  it('adds environment for all and for one program', () => {
    const processes = plan({ extraEnv: { all: { LOG_LEVEL: 'debug' }, messages: { DATABASE_POOL_SIZE: '3' } } });
    for (const { env } of processes) expect(env['LOG_LEVEL']).toBe('debug');
    expect(processes.filter(({ env }) => env['DATABASE_POOL_SIZE'] === '3').map(({ name }) => name)).toEqual([
      'messages',
    ]);
  });

  it('refuses too few ports', () => {
    expect(() => planProcesses(shape, [1, 2, 3])).toThrow('A system of 2 gateways needs 14 ports.');
  });
});

describe('allowedOrigins', () => {
  it('knows the loopback address by all its names, and another host by its own only', () => {
    expect(allowedOrigins('http://localhost:8080')).toEqual([
      'http://localhost:8080',
      'http://127.0.0.1:8080',
      'http://[::1]:8080',
    ]);
    expect(allowedOrigins('https://chat.example.org')).toEqual(['https://chat.example.org']);
  });
});
