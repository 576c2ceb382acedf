import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Failpoints } from './failpoints';

/** Lets a test arm failpoints: `POST /?point=NAME&skip=N` on the loopback address answers 204 once it is done; `DELETE /?point=NAME` takes it back. */
export async function serveFailpoints(
  failpoints: Failpoints,
  port: number,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const query = new URLSearchParams(request.url?.split('?', 2)[1]);
    const [point, skip] = [query.get('point'), Number(query.get('skip') ?? 0)];
    const isClear =
      point !== null && Number.isInteger(skip) && skip >= 0 && /^(POST|DELETE)$/.test(request.method ?? '');
    if (isClear && request.method === 'POST') failpoints.arm(point, skip);
    else if (isClear) failpoints.disarm(point);
    response.writeHead(isClear ? 204 : 400).end();
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: async () => {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}
