import { createServer, type Server, type Socket } from 'node:net';

/** What a mail server is to do. */
export interface SmtpBehaviour {
  /** Abilities told after EHLO. */
  readonly abilities?: readonly string[];
  /** Answers that differ from the usual ones, by the first word of the line. */
  readonly answers?: Readonly<Record<string, string>>;
}

/** A mail server that keeps what it was told. */
export interface TestSmtpServer {
  readonly port: number;
  /** Every line it was sent, mails included, in order. */
  readonly lines: string[];
  close(): Promise<void>;
}

const usual: Readonly<Record<string, string>> = { MAIL: '250 ok', RCPT: '250 ok', DATA: '354 go on', AUTH: '235 ok' };

export async function startSmtpServer({ abilities = [], answers = {} }: SmtpBehaviour = {}): Promise<TestSmtpServer> {
  const lines: string[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket.setEncoding('utf8'));
    let rest = '';
    let inMail = false;
    const answer = (line: string): void => {
      const word = line.split(' ')[0] ?? '';
      if (inMail && line !== '.') return;
      if (inMail) {
        inMail = false;
        socket.write(`${answers['.'] ?? '250 kept'}\r\n`);
      } else if (word === 'EHLO') {
        socket.write(
          ['test', ...abilities].map((one, i) => `250${i === abilities.length ? ' ' : '-'}${one}\r\n`).join(''),
        );
      } else {
        const said = answers[word] ?? usual[word] ?? '500 what?';
        inMail = said.startsWith('354');
        socket.write(`${said}\r\n`);
      }
    };
    socket.on('data', (text) => {
      const parts = `${rest}${String(text)}`.split('\r\n');
      rest = parts.pop() ?? '';
      for (const line of parts) {
        lines.push(line);
        answer(line);
      }
    });
    socket.on('error', () => undefined);
    // In two pieces, as a network may hand it over.
    socket.write('220-we');
    setImmediate(() => socket.write('lcome\r\n220 test\r\n'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    lines,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
