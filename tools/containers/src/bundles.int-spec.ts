import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { askForConfig, bundleOf, containerEnvironment, writeSecrets } from './bundle.fixture';
import { readStages } from './dockerfile';
import { compose, inWorkspace } from './workspace';

const run = promisify(execFile);
const { services } = compose();
const built = Object.entries(services).flatMap(([name, service]) =>
  service.build === undefined ? [] : [{ name, service }],
);

const secrets = await mkdtemp(join(tmpdir(), 'parley-secrets-'));
await writeSecrets(secrets);
afterAll(() => rm(secrets, { recursive: true }));

describe.each(built)('the built service behind $name', ({ name, service }) => {
  const env = containerEnvironment(service, secrets);

  it('starts with the environment that the compose file gives it, and reads all of it', async () => {
    const { variables, problems } = await askForConfig(bundleOf(service), env);
    expect(problems).toEqual([]);
    const given = Object.keys(env).map((variable) => variable.replace(/_FILE$/, ''));
    expect(given.filter((variable) => variable !== 'NODE_ENV' && !variables.includes(variable))).toEqual([]);
  });

  it('would say so if something were missing', async () => {
    const port = 'HTTP_PORT' in env ? 'HTTP_PORT' : 'RPC_PORT';
    expect((await askForConfig(bundleOf(service), { ...env, [port]: '' })).problems).toEqual([`${port} is missing`]);
  });

  it('is copied into its image from where the build puts it', () => {
    const copies = [...readStages(inWorkspace('docker/Dockerfile'), service.build?.args).values()].flatMap(
      ({ copies }) => copies,
    );
    const sources = copies.filter(({ from }) => from === 'bundle' || from === 'site').flatMap(({ sources }) => sources);
    expect(sources.map((source) => [source, existsSync(inWorkspace(relative('/workspace', source)))])).toEqual(
      sources.map((source) => [source, true]),
    );
  });

  it('has the programs that its containers start', () => {
    const programs = Object.values(services)
      .filter(({ image }) => image === service.image)
      .map(({ command }) => command?.at(-1) ?? 'main.js');
    expect(programs).toContain('main.js');
    expect(programs.filter((program) => !existsSync(join(bundleOf(service), program)))).toEqual([]);
  });

  it('names packages that npm can install as they are locked', async () => {
    const directory = await mkdtemp(join(tmpdir(), `parley-${name}-`));
    for (const file of ['package.json', 'package-lock.json'])
      await cp(join(bundleOf(service), file), join(directory, file));
    const { stdout } = await run('npm', ['ci', '--omit=dev', '--ignore-scripts', '--dry-run', '--offline'], {
      cwd: directory,
    });
    expect(stdout).toMatch(/^added \d+ packages/m);
    await rm(directory, { recursive: true });
  });
});
