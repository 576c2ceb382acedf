import { once } from 'node:events';
import { access } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { staticSite } from '@parley/server-static-site';
import type { ProcessContext, Running } from '@parley/server-runtime';
import type { WebServerConfig } from './config';

/** A listening web-server. */
export interface WebServer extends Running {
  readonly port: number;
}

/** Hands out the built web app, with the same headers as the front of `npm start`. @throws Error where the app was not built */
export async function startWebServer(context: ProcessContext<WebServerConfig>): Promise<WebServer> {
  const { config } = context;
  const directory = config.SITE_DIRECTORY;
  await access(join(directory, 'index.html'));
  const site = staticSite({ directory, publicOrigin: config.PUBLIC_ORIGIN });
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 10_000 }, site);
  server.listen(config.HTTP_PORT, config.HTTP_HOST);
  await once(server, 'listening');
  context.onDrain('requests under way', () => close(server));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : config.HTTP_PORT,
    stop: () => close(server),
  };
}

/** Takes no more connections, ends those that are idle and waits for the answers that are on their way. */
async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  await closed;
}
