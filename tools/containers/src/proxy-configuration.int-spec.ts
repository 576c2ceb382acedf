import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findOrInstall } from './program.fixture';
import { inWorkspace } from './workspace';

const run = promisify(execFile);
const [haproxy, openssl] = [await findOrInstall('haproxy'), await findOrInstall('openssl')];

/** What HAProxy says of the configuration in this environment. */
async function check(program: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
  const { stdout, stderr } = await run(program, ['-c', '-V', '-f', inWorkspace('docker/haproxy/haproxy.cfg')], { env });
  return `${stdout}${stderr}`;
}

/** Writes a certificate that nobody trusts and its key into one file of that directory. */
async function writeCertificate(program: string, directory: string): Promise<string> {
  const [key, certificate, both] = ['key', 'certificate', 'both'].map((name) => join(directory, `${name}.pem`)) as [
    string,
    string,
    string,
  ];
  const kind = [
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-subj',
    '/CN=localhost',
    '-days',
    '2',
  ];
  await run(program, ['req', '-x509', ...kind, '-keyout', key, '-out', certificate]);
  await writeFile(both, (await readFile(certificate, 'utf8')) + (await readFile(key, 'utf8')));
  return both;
}

describe('the configuration of the proxy', () => {
  if (haproxy === undefined) {
    it.skip('could not be checked: there is no HAProxy on this machine', () => undefined);
    return;
  }

  it('is valid, without a warning', async () => {
    const said = await check(haproxy);
    expect(said).toContain('Configuration file is valid');
    expect(said).not.toMatch(/warning/i);
  });

  it('is valid with long polling', async () => {
    const said = await check(haproxy, { LONG_POLLING: 'on' });
    expect(said).toContain('Configuration file is valid');
    expect(said).not.toMatch(/warning/i);
  });

  if (openssl === undefined) {
    it.skip('could not be checked with TLS: there is no OpenSSL on this machine', () => undefined);
    return;
  }

  it('is valid with TLS, with long polling too', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'parley-tls-'));
    const certificate = await writeCertificate(openssl, directory);
    for (const polling of ['off', 'on']) {
      const tls = { TLS_LISTEN: ':8443', TLS_CERTIFICATE: certificate };
      const said = await check(haproxy, { ...tls, LONG_POLLING: polling });
      expect(said).toContain('Configuration file is valid');
      expect(said).not.toMatch(/warning/i);
    }
    await rm(directory, { recursive: true });
  });
});
