import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Failpoints } from './failpoints';

/** Lets a test arm failpoints: `POST /?point=NAME&skip=N` on the loopback address answers 204 once it is done. */
export async function serveFailpoints(
  failpoints: Failpoints,
  port: number,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const query = new URLSearchParams(request.url?.split('?', 2)[1]);
    const [point, skip] = [query.get('point'), Number(query.get('skip') ?? 0)];
    const isClear = request.method === 'POST' && point !== null && Number.isInteger(skip) && skip >= 0;
    if (isClear) failpoints.arm(point, skip);
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
