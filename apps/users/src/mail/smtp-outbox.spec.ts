import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { generate } from 'selfsigned';
import { SmtpOutbox } from './smtp-outbox';
import { startSmtpServer, type SmtpBehaviour, type TestCertificate, type TestSmtpServer } from './smtp-server.fixture';

const link = `https://chat.example.org/reset-password#token=${'a'.repeat(43)}`;
const mail = { to: 'ana@example.org', subject: 'Hello', text: `One line.\n.\n.hidden\n${link}\n` };
const from = 'Parley <parley@example.org>';
const plain = '?requireTLS=false';

let certificate: TestCertificate;
let server: TestSmtpServer | undefined;
const usualAuthorities = getCACertificates('default');

beforeAll(async () => {
  certificate = await makeCertificate({ type: 7, ip: '127.0.0.1' });
});
afterEach(async () => {
  setDefaultCACertificates(usualAuthorities);
  await server?.close();
  server = undefined;
});

/** A certificate that nobody has signed but its owner, good for one name alone. */
async function makeCertificate(name: { type: 7; ip: string } | { type: 2; value: string }): Promise<TestCertificate> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'A mail server' }], {
    ...{ keyType: 'ec', algorithm: 'sha256' },
    extensions: [{ name: 'subjectAltName', altNames: [name] }],
  });
  return { cert, key };
}

async function send(
  behaviour: SmtpBehaviour,
  { query = '', credentials = '' }: { query?: string; credentials?: string } = {},
): Promise<TestSmtpServer> {
  server = await startSmtpServer(behaviour);
  const scheme = behaviour.isSecure === true ? 'smtps' : 'smtp';
  await new SmtpOutbox(`${scheme}://${credentials}127.0.0.1:${server.port}${query}`, from).send(mail);
  return server;
}

/** Undoes quoted-printable (RFC 2045, 6.7), of ASCII. */
const unquote = (text: string): string =>
  text
    .replaceAll('=\n', '')
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Headers by name, and the text as its reader sees it. */
function read(message: string): { headers: Record<string, string>; text: string } {
  const end = message.indexOf('\r\n\r\n');
  const lines = message.slice(0, end).split('\r\n');
  const headers = Object.fromEntries(lines.map((line) => line.split(/: (.*)/s, 2)) as [string, string][]);
  const quoted = headers['Content-Transfer-Encoding'] === 'quoted-printable';
  const text = message.slice(end + 4).replaceAll('\r\n', '\n');
  return { headers, text: quoted ? unquote(text) : text };
}

describe('over TLS', () => {
  it.each([
    ['after STARTTLS', false],
    ['from the first byte on', true],
  ])('submits a mail %s, signed in', async (_, isSecure) => {
    setDefaultCACertificates([certificate.cert]);
    const { mails, logins } = await send({ certificate, isSecure }, { credentials: 'parley:s%40cret@' });
    expect(logins).toEqual(['parley:s@cret']);
    expect(mails).toEqual([expect.objectContaining({ from: 'parley@example.org', to: [mail.to], isSecure: true })]);
    const { headers, text } = read(mails[0]?.message ?? '');
    expect(headers).toMatchObject({ From: from, To: mail.to, Subject: 'Hello', 'Auto-Submitted': 'auto-generated' });
    expect(headers).not.toHaveProperty('X-Mailer');
    expect(text).toBe(mail.text);
  });

  it.each([
    ['after STARTTLS', false, ''],
    ['after STARTTLS that need not be', false, plain],
    ['from the first byte on', true, ''],
  ])('%s tells nothing to a server whose certificate nobody has signed', async (_, isSecure, query) => {
    const failed = send({ certificate, isSecure }, { credentials: 'parley:secret@', query });
    await expect(failed).rejects.toThrow('self-signed certificate');
    expect(server).toMatchObject({ mails: [], logins: [] });
  });

  it('tells nothing to a server that has another’s certificate', async () => {
    const anothers = await makeCertificate({ type: 2, value: 'mail.example.org' });
    setDefaultCACertificates([anothers.cert]);
    await expect(send({ certificate: anothers })).rejects.toThrow('does not match certificate');
    expect(server?.mails).toEqual([]);
  });
});

describe('without TLS', () => {
  it('sends nothing', async () => {
    await expect(send({})).rejects.toThrow(/STARTTLS.*ETLS/);
    expect(server?.mails).toEqual([]);
  });

  it('sends mails where the address says so', async () => {
    const { mails } = await send({}, { query: plain });
    expect(mails).toEqual([expect.objectContaining({ to: [mail.to], isSecure: false })]);
  });

  it('sends no password, whatever the address says and the server takes', async () => {
    await expect(send({}, { credentials: 'parley:secret@', query: plain })).rejects.toThrow('ETLS');
    expect(server).toMatchObject({ mails: [], logins: [] });
  });
});

it.each([
  ['RCPT', 550, 'no such ana@example.org', 'RCPT TO'],
  ['MAIL', 451, 'later, parley@example.org', 'MAIL FROM'],
  ['DATA', 554, `spam: ${link}`, 'DATA'],
])('fails where the server answers %s with %i, and does not repeat its words', async (step, code, words, command) => {
  const failed = send({ refusals: { [step]: [code, words] } }, { query: plain });
  await expect(failed).rejects.toThrow(`has not taken the mail: ${code}, ${command}`);
  await expect(failed).rejects.not.toThrow(/@|later|spam|token/);
});

it('says what is wrong where there is no server', async () => {
  const gone = await startSmtpServer();
  await gone.close();
  const sent = new SmtpOutbox(`smtp://127.0.0.1:${gone.port}`, from).send(mail);
  await expect(sent).rejects.toThrow('ECONNREFUSED');
});

it.each([
  ['does not greet', '', { greetingTimeout: 50 }],
  ['falls silent', '220 test\r\n', { socketTimeout: 50 }],
])(
  'gives up a server that %s',
  async (_, words, deadline) => {
    const silent = createServer((socket) => {
      socket.on('error', () => undefined).resume();
      socket.write(words);
    }).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const long = { dnsTimeout: 60_000, connectionTimeout: 60_000, greetingTimeout: 60_000, socketTimeout: 60_000 };
    const url = `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    await expect(new SmtpOutbox(url, from, { ...long, ...deadline }).send(mail)).rejects.toThrow('ETIMEDOUT');
    silent.close();
  },
  10_000,
);

it('writes no header that anybody else has begun, and to nobody else', async () => {
  server = await startSmtpServer();
  const outbox = new SmtpOutbox(`smtp://127.0.0.1:${server.port}${plain}`, from);
  const sent = outbox.send({ ...mail, to: 'ana@example.org\r\nBcc: all@example.org' });
  await expect(sent).rejects.toThrow(/taken the mail/);
  await expect(sent).rejects.not.toThrow(/@/);
  expect(server.mails).toEqual([]);
});
