/** Run as a program: the echo service on the host and port given, until it is killed. Prints its port when it listens. */
import 'reflect-metadata';
import { EchoModule, secret } from './echo.fixture';
import { startRpcServer } from './index';
import { silentLog } from './log.fixture';

const [host = '127.0.0.1', port = '0'] = process.argv.slice(2);
const server = await startRpcServer(EchoModule, { host, port: Number(port), secret, log: silentLog() });
process.on('SIGTERM', () => {
  void server
    .drain()
    .then(() => server.close())
    .then(() => process.exit(0));
});
process.stdout.write(`${server.port}\n`);
