import { freePorts } from '@parley/server-embedded';
import type { TestRedis } from '../test-redis';
import { PASSWORD, RedisProcess } from './redis-process';
import type { TestCertificate } from './test-certificate';

/** Starts a Redis of a suite's own that is spoken to over TLS. */
export async function tlsRedis(certificate: TestCertificate): Promise<TestRedis> {
  const [plain = 0, port = 0] = await freePorts(2);
  const server = await RedisProcess.start(plain, ['save ""', 'appendonly no'], { tls: { certificate, port } });
  return { url: `rediss://:${PASSWORD}@127.0.0.1:${port}`, close: () => server.close() };
}
