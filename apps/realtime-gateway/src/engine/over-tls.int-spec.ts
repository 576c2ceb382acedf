import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { TestCluster, testCertificate, TestSentinels, tlsRedis } from '@parley/testing';
import { over } from './pair.fixture';

/** As `NODE_EXTRA_CA_CERTS` does for a gateway of its own process. */
const trusted = getCACertificates();
// Where none can be made the suite says so once, and no test of it begins.
const certificate = await testCertificate();
beforeAll(() => setDefaultCACertificates([...trusted, certificate.pem]));
afterAll(async () => {
  setDefaultCACertificates(trusted);
  await certificate.close();
});

describe.each([
  ['one Redis', () => tlsRedis(certificate)],
  ['Sentinels', () => TestSentinels.start(certificate)],
  ['a Cluster of six', () => TestCluster.start(certificate)],
])('two gateways over TLS to %s', (_, start) => {
  const { stand, pair } = over<{ readonly url: string; close(): Promise<void> }>(start);

  it('hear each other', async () => {
    expect(stand().url).toMatch(/^rediss/);
    await pair().sendEverywhere(pair().atAna, 'over TLS');
    await pair().hearAll();
    await pair().typeEverywhere();
    expect(await pair().atBen.command('presence:watch', { userIds: [pair().ana] })).toMatchObject({ ok: true });
    await pair().seePresence();
  });
});
