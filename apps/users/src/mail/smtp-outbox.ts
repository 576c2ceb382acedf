import { hostname } from 'node:os';
import { mailMessage } from './mail-message';
import { Outbox, type Mail } from './outbox';
import { SmtpDialogue, SmtpError } from './smtp-dialogue';

/** Submits mails to a mail server, a connection each: there are few of them. */
export class SmtpOutbox extends Outbox {
  private readonly url: URL;

  /**
   * @param url `smtps://user:password@host:465`, or `smtp://…:587`, which goes on over TLS where the server offers it; what stands in it is escaped as in
   * any address. A password is never sent in the clear.
   * @param from `parley@example.org` or `Parley <parley@example.org>`
   */
  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    this.url = new URL(url);
  }

  async send(mail: Mail): Promise<void> {
    const isSecure = this.url.protocol === 'smtps:';
    const host = this.url.hostname.replace(/^\[|\]$/g, '');
    const dialogue = SmtpDialogue.open(host, Number(this.url.port) || (isSecure ? 465 : 587), isSecure);
    try {
      await dialogue.say('the connection', undefined, 220);
      await this.submit(dialogue, mail, await this.greet(dialogue, isSecure));
    } finally {
      dialogue.close();
    }
  }

  /** What the server can do, once the connection is as safe as it gets. */
  private async greet(dialogue: SmtpDialogue, isSecure: boolean): Promise<{ isSecure: boolean; abilities: string }> {
    const hello = async (): Promise<string> => (await dialogue.say('EHLO', `EHLO ${ownName()}`, 250)).text;
    const abilities = await hello();
    if (isSecure || !/^250[- ]STARTTLS\b/im.test(abilities)) return { isSecure, abilities };
    await dialogue.secure();
    return { isSecure: true, abilities: await hello() };
  }

  private async submit(
    dialogue: SmtpDialogue,
    mail: Mail,
    { isSecure, abilities }: { isSecure: boolean; abilities: string },
  ): Promise<void> {
    if (this.url.username !== '') {
      if (!isSecure) throw new SmtpError('offers no TLS, without which the password is not sent');
      if (!/^250[- ]AUTH\b.*\bPLAIN\b/im.test(abilities)) throw new SmtpError('does not take AUTH PLAIN');
      const [user, password] = [this.url.username, this.url.password].map(decodeURIComponent);
      const proof = Buffer.from(`\0${user}\0${password}`, 'utf8').toString('base64');
      await dialogue.say('AUTH', `AUTH PLAIN ${proof}`, 235);
    }
    const message = mailMessage(mail, this.from);
    const sender = /<([^>]*)>/.exec(this.from)?.[1] ?? this.from;
    await dialogue.say('MAIL', `MAIL FROM:<${sender}>`, 250);
    await dialogue.say('RCPT', `RCPT TO:<${mail.to}>`, 250);
    await dialogue.say('DATA', 'DATA', 354);
    // A line that begins with a full stop gets a second one (RFC 5321, 4.5.2).
    await dialogue.say('the mail', `${message.replace(/^\./gm, '..')}\r\n.`, 250);
  }
}

/** How we introduce ourselves: by name where it looks like one. */
const ownName = (): string => (/^[a-z0-9.-]+$/i.test(hostname()) ? hostname() : 'localhost');
