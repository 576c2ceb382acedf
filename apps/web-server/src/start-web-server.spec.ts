import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger, Readiness, type ProcessContext } from '@parley/server-runtime';
import { Registry } from 'prom-client';
import { webServerConfig, type WebServerConfig } from './config';
import { startWebServer } from './start-web-server';

describe('a web-server', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'parley-site-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  /** What the bootstrap would hand it, and the steps it wants taken before it ends. */
  function aContext(): {
    context: ProcessContext<WebServerConfig>;
    drains: ((hurry: AbortSignal) => Promise<void> | void)[];
  } {
    const env = { OPS_PORT: '0', HTTP_PORT: '0', PUBLIC_ORIGIN: 'https://parley.example', SITE_DIRECTORY: directory };
    const drains: ((hurry: AbortSignal) => Promise<void> | void)[] = [];
    return {
      drains,
      context: {
        name: 'web-server',
        config: webServerConfig.parse(env),
        log: createLogger({ name: 'web-server', level: 'silent' }),
        readiness: new Readiness(),
        metrics: new Registry(),
        onDrain: (_name, step) => void drains.push(step),
      },
    };
  }

  it('S36: hands out the app for every page, under a policy made for the public origin', async () => {
    await writeFile(join(directory, 'index.html'), '<title>Parley</title>');
    const server = await startWebServer(aContext().context);
    const response = await fetch(`http://127.0.0.1:${server.port}/rooms/1`);
    expect(await response.text()).toContain('Parley');
    expect(response.headers.get('content-security-policy')).toContain(`connect-src 'self' wss://parley.example;`);
    await server.stop();
  });

  it('takes no more connections once it drains', async () => {
    await writeFile(join(directory, 'index.html'), '<title>Parley</title>');
    const { context, drains } = aContext();
    const server = await startWebServer(context);
    for (const drain of drains) await drain(new AbortController().signal);
    await expect(fetch(`http://127.0.0.1:${server.port}/`)).rejects.toThrow('fetch failed');
    await server.stop();
  });

  it('does not start without the app', async () => {
    await expect(startWebServer(aContext().context)).rejects.toThrow('index.html');
  });
});
