import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isJob } from './compose-file';
import { compose, inWorkspace, workspaceRoot } from './workspace';

const file = compose();
const { services } = file;
const all = Object.entries(services).map(([name, service]) => ({ name, service }));

/** What a variable names as `host:port`, of those that name other services. */
function addressesIn(
  environment: Readonly<Record<string, string>>,
): { variable: string; host: string; port: string }[] {
  return Object.entries(environment)
    .filter(([variable]) => variable.endsWith('_RPC'))
    .flatMap(([variable, list]) => list.split(',').map((address) => ({ variable, address })))
    .map(({ variable, address }) => ({
      variable,
      host: address.split(':')[0] ?? '',
      port: address.split(':')[1] ?? '',
    }));
}

describe('the compose file', () => {
  it('runs every process that there is, each from an image of its own', () => {
    const apps = globSync('apps/*/src/main.ts', { cwd: workspaceRoot }).map((path) => basename(dirname(dirname(path))));
    const built = all.flatMap(({ service }) => service.build?.args['SERVICE'] ?? []);
    expect(built.toSorted()).toEqual(apps.filter((app) => app !== 'web').toSorted());
    const images = all.filter(({ service }) => service.build !== undefined).map(({ service }) => service.image);
    expect(new Set(images).size).toBe(images.length);
  });

  it('migrates the database of each service that has one, by the service’s own image, before the service starts', () => {
    const owners = globSync('apps/*/src/migrate.ts', { cwd: workspaceRoot }).map((path) =>
      basename(dirname(dirname(path))),
    );
    expect(owners.length).toBeGreaterThan(0);
    for (const owner of owners) {
      const job = services[`${owner}-migrate`];
      expect(job).toMatchObject({ image: services[owner]?.image, pull_policy: 'never', restart: 'no' });
      expect(job?.command?.at(-1)).toBe('migrate.js');
      expect(job?.secrets).toEqual([`${owner}_database_url`]);
      expect(services[owner]?.depends_on[`${owner}-migrate`]?.condition).toBe('service_completed_successfully');
    }
    expect(all.filter(({ name }) => name.endsWith('-migrate'))).toHaveLength(owners.length);
  });

  it('lets every service reach, by name and port, those that it calls', () => {
    const calls = all.flatMap(({ name, service }) =>
      addressesIn(service.environment).map((call) => ({ name, ...call })),
    );
    expect(calls.length).toBeGreaterThan(0);
    for (const { name, host, port } of calls) {
      const [caller, called] = [services[name], services[host]];
      expect(called?.environment['RPC_PORT']).toBe(port);
      expect(caller?.networks.some((network) => called?.networks.includes(network))).toBe(true);
    }
  });

  it('starts and stops callers and called in order, without circles', () => {
    const visit = (name: string, above: readonly string[]): void => {
      expect(above).not.toContain(name);
      for (const next of Object.keys(services[name]?.depends_on ?? {})) visit(next, [...above, name]);
    };
    for (const { name } of all) visit(name, []);
    expect(all.flatMap(({ service }) => Object.keys(service.depends_on)).filter((name) => !(name in services))).toEqual(
      [],
    );
  });

  it('names what can be set as .env.example does', () => {
    const offered = [...readFileSync(inWorkspace('.env.example'), 'utf8').matchAll(/^# ([A-Z_]+)=/gm)].map(
      ([, name]) => name,
    );
    const onTop = ['docker-compose.tls.yml', 'docker-compose.smtp.yml', 'docker-compose.oidc.yml']
      .map((path) => readFileSync(inWorkspace(path), 'utf8'))
      .join('');
    const asked = [...file.variables, ...[...onTop.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name)];
    expect(offered.toSorted()).toEqual([...new Set(asked)].sort());
  });

  it('lets no service replicated by --scale bind a port or a name of the host', () => {
    expect(services['realtime-gateway']).toMatchObject({ ports: [], volumes: [] });
    expect(readFileSync(inWorkspace('docker-compose.yml'), 'utf8')).not.toContain('container_name');
  });
});

describe('secrets', () => {
  it('are given to those who read them, and to nobody else', () => {
    for (const { name, service } of all.filter(({ name }) => !['databases', 'redis'].includes(name))) {
      const read = Object.entries(service.environment)
        .filter(([variable]) => variable.endsWith('_FILE'))
        .map(([, path]) => path);
      expect({ name, read: read.toSorted() }).toEqual({
        name,
        read: service.secrets.map((secret) => `/run/secrets/${secret}`).sort(),
      });
    }
  });

  it('are files outside the repository, where compose.md tells how to make each', () => {
    const runbook = readFileSync(inWorkspace('docs/runbooks/compose.md'), 'utf8');
    for (const [name, { file: path }] of Object.entries(file.secrets)) {
      expect(path).toBe(join('docker/secrets', name));
      expect(runbook).toContain(name);
    }
    expect(Object.keys(file.secrets).sort()).toEqual(
      [...new Set(all.flatMap(({ service }) => service.secrets))].sort(),
    );
    expect(readFileSync(inWorkspace('docker/secrets/.gitignore'), 'utf8')).toContain('\n*\n');
  });

  it('S47: stand in no environment', () => {
    const values = all.flatMap(({ service }) => Object.values(service.environment));
    expect(values.filter((value) => /:\/\/[^/]*:[^/]*@/.test(value))).toEqual([]);
    expect(
      all
        .flatMap(({ service }) => Object.keys(service.environment))
        .filter((name) => /(PASSWORD|SECRET|_URL)$/.test(name)),
    ).toEqual([]);
  });
});

describe('configuration files', () => {
  it('exist, and each is used', () => {
    for (const { file: path } of Object.values(file.configs)) expect(existsSync(inWorkspace(path))).toBe(true);
    const used = all.flatMap(({ service }) => service.configs.map(({ source }) => source));
    expect(used.toSorted()).toEqual(Object.keys(file.configs).sort());
  });

  it('send the proxy to services of the edge, at the port that they listen on', () => {
    const proxy = readFileSync(inWorkspace('docker/haproxy/haproxy.cfg'), 'utf8');
    const hosts = [...proxy.matchAll(/server-template \S+ \d+ "([^:]+):\$\{SERVICE_PORT\}"/g)].map(
      ([, host = '']) => host,
    );
    const port = /presetenv SERVICE_PORT (\d+)/.exec(proxy)?.[1];
    expect([...new Set(hosts)].sort()).toEqual(['api-gateway', 'realtime-gateway', 'web']);
    for (const host of hosts) expect(services[host]?.environment['HTTP_PORT']).toBe(port);
    expect(all.filter(({ service }) => !isJob(service) && service.environment['HTTP_PORT'] !== undefined)).toHaveLength(
      3,
    );
  });
});
