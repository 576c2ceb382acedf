import { createTransport, type Transporter } from 'nodemailer';
import { Outbox, type Mail } from './outbox';
import { SmtpError } from './smtp-error';

/** After how many milliseconds a mail server is given up; the mail is tried again later. */
export interface SmtpDeadlines {
  /** Of silence while its name is looked up. */
  readonly dnsTimeout: number;
  readonly connectionTimeout: number;
  /** From the connection to its first words. */
  readonly greetingTimeout: number;
  /** Of silence afterwards. */
  readonly socketTimeout: number;
}

const usualDeadlines: SmtpDeadlines = {
  dnsTimeout: 5_000,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 20_000,
};

/** Submits mails to a mail server, a connection each: there are few of them. */
export class SmtpOutbox extends Outbox {
  private readonly transport: Transporter;

  /**
   * @param url `smtps://user:password@host:465`, or `smtp://…:587`, which goes on over TLS (STARTTLS) or not at all; what stands in it is escaped as in
   * any address. With `?requireTLS=false` a server that has no TLS is taken too, but never where there is a password.
   * @param from `parley@example.org` or `Parley <parley@example.org>`
   */
  constructor(
    url: string,
    private readonly from: string,
    deadlines: SmtpDeadlines = usualDeadlines,
  ) {
    super();
    const { protocol, hostname, port, username, password, searchParams } = new URL(url);
    const hasUser = username !== '';
    this.transport = createTransport({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port),
      secure: protocol === 'smtps:',
      requireTLS: hasUser || searchParams.get('requireTLS') !== 'false',
      ...(hasUser && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
      // It would tell whom mails go to, and what stands in them.
      logger: false,
      ...deadlines,
    });
  }

  async send({ to, subject, text }: Mail): Promise<void> {
    try {
      await this.transport.sendMail({
        from: this.from,
        // As an object it is one address, whatever stands in it.
        to: { name: '', address: to },
        ...{ subject, text },
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    } catch (failure) {
      throw new SmtpError(failure);
    }
  }
}
