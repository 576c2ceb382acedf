import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A certificate and its key, as PEM. */
export interface TestCertificate {
  readonly cert: string;
  readonly key: string;
}

/** What a mail server is to do. */
export interface SmtpBehaviour {
  /** Offers STARTTLS with this. */
  readonly certificate?: TestCertificate;
  /** Speaks TLS from the first byte on. */
  readonly isSecure?: boolean;
  /** What it answers in place of its consent. */
  readonly refusals?: Readonly<Partial<Record<'MAIL' | 'RCPT' | 'DATA', readonly [code: number, words: string]>>>;
}

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and text as they came. */
  readonly message: string;
  readonly isSecure: boolean;
}

/** A mail server that keeps what it was told. */
export interface TestSmtpServer {
  readonly port: number;
  readonly mails: readonly ReceivedMail[];
  /** `user:password` of each who has signed in. It takes them without TLS as well. */
  readonly logins: readonly string[];
  close(): Promise<void>;
}

export async function startSmtpServer(behaviour: SmtpBehaviour = {}): Promise<TestSmtpServer> {
  const { certificate, isSecure = false, refusals = {} } = behaviour;
  const [mails, logins]: [ReceivedMail[], string[]] = [[], []];
  const refusal = (step: keyof typeof refusals): Error | null => {
    const [responseCode, words] = refusals[step] ?? [];
    return responseCode === undefined ? null : Object.assign(new Error(words), { responseCode });
  };
  const server = new SMTPServer({
    ...{ ...certificate, secure: isSecure },
    ...{ authOptional: true, allowInsecureAuth: true, disableReverseLookup: true, closeTimeout: 500 },
    disabledCommands: certificate === undefined ? ['STARTTLS'] : [],
    onAuth: ({ username = '', password = '' }, _session, done) => {
      logins.push(`${username}:${password}`);
      done(null, { user: username });
    },
    onMailFrom: (_address, _session, done) => done(refusal('MAIL')),
    onRcptTo: (_address, _session, done) => done(refusal('RCPT')),
    onData: (stream, { envelope: { mailFrom, rcptTo }, secure }, done) => {
      void text(stream).then((message) => {
        const from = mailFrom === false ? '' : mailFrom.address;
        mails.push({ from, to: rcptTo.map(({ address }) => address), message, isSecure: secure });
        done(refusal('DATA'));
      });
    },
  });
  // Whoever does not trust it ends the handshake, which is an error here.
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  return {
    port: (listening.address() as AddressInfo).port,
    ...{ mails, logins },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
