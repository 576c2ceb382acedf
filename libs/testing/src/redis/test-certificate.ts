import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findProgram, installPackage } from '@parley/server-embedded';

const run = promisify(execFile);
const KIND = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-subj', '/CN=localhost', '-days', '2'];
const NAMES = ['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];

/** A certificate for servers on this machine that is trusted by whoever is told to trust it, for it was issued by itself. */
export interface TestCertificate {
  readonly pem: string;
  /** What a Redis says in its configuration to use it. */
  readonly lines: readonly string[];
  close(): Promise<void>;
}

/** Makes one by OpenSSL. @throws StartupError where that is missing and cannot be installed */
export async function testCertificate(): Promise<TestCertificate> {
  const openssl = await findOpenssl();
  const folder = await mkdtemp(join(tmpdir(), 'parley-tls-'));
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  await run(openssl, ['req', '-x509', ...KIND, ...NAMES, '-keyout', key, '-out', certificate]);
  return {
    pem: await readFile(certificate, 'utf8'),
    lines: [
      ...[`tls-cert-file ${certificate}`, `tls-key-file ${key}`, `tls-ca-cert-file ${certificate}`],
      // Clients show a password and no certificate; the servers among themselves speak TLS too.
      ...['tls-auth-clients no', 'tls-replication yes'],
    ],
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

async function findOpenssl(): Promise<string> {
  const found = findProgram(['openssl']);
  if (found !== undefined) return found;
  const instead = 'install it yourself, for the tests over TLS make their certificate with it';
  await installPackage('openssl', instead, (line) => void process.stderr.write(`${line}\n`));
  const installed = findProgram(['openssl']);
  if (installed === undefined) throw new Error(`openssl was installed but is not found: ${instead}.`);
  return installed;
}
