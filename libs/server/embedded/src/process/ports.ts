import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { codeOf } from '../startup-error';

/**
 * Where ports are looked for: below the range from which Linux (32768) and macOS (49152) take the local ports of
 * outgoing connections. A service that is restarted finds its port free, not lent to some client's connection.
 */
const LOWEST = 20_000;
const HIGHEST = 32_700;
const ATTEMPTS = 500;

/** Whether a TCP listener could be opened there now. Errors other than "taken" and "not allowed" are thrown. */
export async function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if (['EADDRINUSE', 'EACCES'].includes(codeOf(error) ?? '')) resolve(false);
      else reject(error);
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/**
 * Picks that many different free ports on the loopback address. They are only looked at, not held: whoever gets one
 * should listen on it soon.
 */
export async function freePorts(count: number): Promise<number[]> {
  const found = new Set<number>();
  for (let attempt = 0; attempt < ATTEMPTS + count && found.size < count; attempt += 1) {
    const candidate = randomInt(LOWEST, HIGHEST);
    if (!found.has(candidate) && (await isPortFree(candidate))) found.add(candidate);
  }
  if (found.size < count)
    throw new Error(`Only ${found.size} of ${count} free ports were found between ${LOWEST} and ${HIGHEST}.`);
  return [...found];
}

/** Picks one free port on the loopback address. */
export async function freePort(): Promise<number> {
  const [port] = await freePorts(1);
  if (port === undefined) throw new Error('No free port was found.');
  return port;
}
