import { isJob } from './compose-file';
import { compose } from './workspace';

const { services, networks } = compose();
const all = Object.entries(services).map(([name, service]) => ({ name, service }));
const lasting = all.filter(({ service }) => !isJob(service));

/** `15s` and `1m` in milliseconds. */
function milliseconds(duration: string): number {
  const [, count, unit] = /^(\d+)(s|m)$/.exec(duration) ?? [];
  return Number(count) * (unit === 'm' ? 60_000 : 1_000);
}

describe.each(all)('the container of $name', ({ service }) => {
  it('runs as somebody who is not root, by number', () => {
    expect(service.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  });

  it('can change nothing and gain nothing', () => {
    expect(service).toMatchObject({ read_only: true, privileged: false, cap_drop: ['ALL'], cap_add: [] });
    expect(service.security_opt).toEqual(['no-new-privileges:true']);
    expect(service.network_mode).toBeUndefined();
  });

  it('writes to memory that is bounded, and else to named volumes alone', () => {
    expect(service.tmpfs.filter((mount) => !/:size=\d+m(,|$)/.test(mount))).toEqual([]);
    expect(service.volumes.filter((mount) => !/^[a-z]+:\//.test(mount))).toEqual([]);
  });

  it('has its bounds: memory, processes, log', () => {
    expect(service.deploy?.resources.limits).toMatchObject({ memory: expect.any(String), pids: expect.any(Number) });
    expect(service.logging?.options).toMatchObject({ 'max-size': expect.any(String), 'max-file': expect.any(String) });
  });
});

describe.each(lasting)('the service $name', ({ service }) => {
  it('is started again when it ends, and says whether it is well', () => {
    expect(service.restart).toBe('unless-stopped');
    expect(service.healthcheck?.test?.[0]).toBe('CMD');
  });

  it('is given longer to end than it takes', () => {
    const own = Number(service.environment['SHUTDOWN_GRACE_MS'] ?? '0');
    expect(milliseconds(service.stop_grace_period ?? '')).toBeGreaterThan(own);
  });
});

describe.each(all.filter(({ service }) => isJob(service)))('the job $name', ({ name, service }) => {
  it('is waited for, and has no health to ask for', () => {
    expect(service.healthcheck).toMatchObject({ disable: true });
    const waiting = all.filter(({ service: other }) => other.depends_on[name] !== undefined);
    expect(waiting.length).toBeGreaterThan(0);
    for (const { service: other } of waiting)
      expect(other.depends_on[name]?.condition).toBe('service_completed_successfully');
  });
});

describe('the way in', () => {
  it('is one port of the proxy, on the loopback address unless told otherwise', () => {
    expect(all.filter(({ service }) => service.ports.length > 0).map(({ name }) => name)).toEqual(['proxy']);
    expect(services['proxy']?.ports).toEqual([{ target: 8080, published: '8080', host_ip: '127.0.0.1' }]);
    const asked = compose({ PORT: '9000', BIND_ADDRESS: '0.0.0.0' });
    expect(asked.services['proxy']?.ports).toEqual([{ target: 8080, published: '9000', host_ip: '0.0.0.0' }]);
  });

  it('and the way out are for the proxy alone: every other network is internal', () => {
    const open = Object.entries(networks).filter(([, network]) => network?.internal !== true);
    expect(open.map(([name]) => name)).toEqual(['outside']);
    expect(membersOf('outside')).toEqual(['proxy']);
  });
});

describe('the networks', () => {
  it.each([
    ['edge', ['api-gateway', 'proxy', 'realtime-gateway', 'web']],
    ['services', ['api-gateway', 'chatrooms', 'messages', 'realtime-gateway', 'users']],
    [
      'data',
      [
        'chatrooms',
        'chatrooms-migrate',
        'databases',
        'messages',
        'messages-migrate',
        'postgres',
        'users',
        'users-migrate',
      ],
    ],
    ['fanout', ['api-gateway', 'realtime-gateway', 'redis']],
  ])('%s joins those who have to talk, and nobody else', (network, members) => {
    expect(membersOf(network)).toEqual(members);
  });
});

function membersOf(network: string): string[] {
  return all
    .filter(({ service }) => service.networks.includes(network))
    .map(({ name }) => name)
    .sort();
}
