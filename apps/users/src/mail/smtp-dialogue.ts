import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** What went wrong between us and a mail server: codes and steps alone, for its texts repeat addresses. */
export class SmtpError extends Error {
  constructor(what: string) {
    super(`The mail server ${what}.`);
    this.name = 'SmtpError';
  }
}

/** Silence after which a server is given up. */
const SILENCE_MS = 20_000;
const REPLY_CHARACTERS_MAX = 64 * 1024;
/** A whole reply (RFC 5321, 4.2): lines of one code, the last one without the hyphen. */
const REPLY = /^(?:\d{3}-[^\r\n]*\r?\n)*(\d{3})(?: [^\r\n]*)?\r?\n/;

export interface SmtpReply {
  readonly code: number;
  /** All of its lines. */
  readonly text: string;
}

/** Commands and replies in turn over one connection, which can be secured on the way. */
export class SmtpDialogue {
  private unread = '';
  private failure: SmtpError | undefined;
  private wake: () => void = () => undefined;

  private constructor(
    private socket: Socket,
    private readonly host: string,
  ) {
    this.listen();
  }

  /** @param secure TLS from the first byte on */
  static open(host: string, port: number, secure: boolean): SmtpDialogue {
    const socket = secure ? connectTls({ host, port, ...nameOf(host) }) : connectPlain({ host, port });
    return new SmtpDialogue(socket, host);
  }

  /** Sends a line, where there is one, and waits for the reply. @throws SmtpError naming `step` where the code is not the one expected */
  async say(step: string, line: string | undefined, expected: number): Promise<SmtpReply> {
    if (line !== undefined) this.socket.write(`${line}\r\n`);
    const reply = await this.reply(step);
    if (reply.code !== expected) throw new SmtpError(`answered ${reply.code} to ${step}`);
    return reply;
  }

  /** Goes on over TLS, the certificate checked against the server's name. */
  async secure(): Promise<void> {
    await this.say('STARTTLS', 'STARTTLS', 220);
    // What was said before the hand-over does not count after it: somebody in between could have said it.
    if (this.unread !== '') throw new SmtpError('spoke out of turn');
    this.socket.removeAllListeners();
    this.socket = connectTls({ socket: this.socket, ...nameOf(this.host) });
    this.listen();
  }

  close(): void {
    this.socket.destroy();
  }

  private async reply(step: string): Promise<SmtpReply> {
    for (;;) {
      const whole = REPLY.exec(this.unread);
      if (whole) {
        this.unread = this.unread.slice(whole[0].length);
        return { code: Number(whole[1]), text: whole[0] };
      }
      if (this.unread.length > REPLY_CHARACTERS_MAX) throw new SmtpError(`said too much to ${step}`);
      if (this.failure) throw this.failure;
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  private listen(): void {
    const fail = (what: string): void => {
      this.failure ??= new SmtpError(what);
      this.wake();
    };
    this.socket.setEncoding('utf8');
    this.socket.setTimeout(SILENCE_MS, () => {
      fail('did not answer in time');
      this.socket.destroy();
    });
    this.socket.on('data', (text: string) => {
      this.unread += text;
      this.wake();
    });
    this.socket.on('error', (error: NodeJS.ErrnoException) => fail(`cannot be reached (${error.code ?? error.name})`));
    this.socket.on('close', () => fail('hung up'));
  }
}

/** A name to check the certificate against; of an address there is none to send. */
const nameOf = (host: string): { servername?: string } => (isIP(host) === 0 ? { servername: host } : {});
