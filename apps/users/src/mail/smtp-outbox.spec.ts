import { SmtpOutbox } from './smtp-outbox';
import { startSmtpServer, type SmtpBehaviour, type TestSmtpServer } from './smtp-server.fixture';

let server: TestSmtpServer | undefined;
afterEach(() => server?.close());

const mail = { to: 'ana@example.org', subject: 'Hello', text: 'One line.\n.\n.hidden\nThe last.' };

async function send(behaviour: SmtpBehaviour = {}, credentials = ''): Promise<string[]> {
  server = await startSmtpServer(behaviour);
  const outbox = new SmtpOutbox(`smtp://${credentials}127.0.0.1:${server.port}`, 'Parley <parley@example.org>');
  await outbox.send(mail);
  return server.lines;
}

it('submits a mail, lines that begin with a full stop included', async () => {
  const lines = await send();
  expect(lines.slice(1, 4)).toEqual(['MAIL FROM:<parley@example.org>', 'RCPT TO:<ana@example.org>', 'DATA']);
  expect(lines).toEqual(expect.arrayContaining(['From: Parley <parley@example.org>', 'To: ana@example.org']));
  expect(lines.slice(-5)).toEqual(['One line.', '..', '..hidden', 'The last.', '.']);
});

it.each([
  ['RCPT', '550 no such ana@example.org'],
  ['MAIL', '451 later'],
  ['.', '554 spam'],
])('fails where the server answers %s with %s, and does not repeat its words', async (step, answer) => {
  const failed = send({ answers: { [step]: answer } });
  await expect(failed).rejects.toThrow(new RegExp(`answered ${answer.slice(0, 3)} to`));
  await expect(failed).rejects.not.toThrow(/ana@|later|spam/);
});

it('sends no password in the clear, whatever the server takes', async () => {
  await expect(send({ abilities: ['AUTH PLAIN LOGIN'] }, 'parley:secret@')).rejects.toThrow('offers no TLS');
  expect(server?.lines).toEqual([expect.stringMatching(/^EHLO /)]);
});

it('gives up where the server says something between STARTTLS and the handshake', async () => {
  const failed = send({ abilities: ['STARTTLS'], answers: { STARTTLS: '220 go on\r\n250 injected' } });
  await expect(failed).rejects.toThrow('spoke out of turn');
});

it('says what is wrong where there is no server', async () => {
  const gone = await startSmtpServer();
  await gone.close();
  const outbox = new SmtpOutbox(`smtp://127.0.0.1:${gone.port}`, 'parley@example.org');
  await expect(outbox.send(mail)).rejects.toThrow('The mail server cannot be reached (ECONNREFUSED).');
});

it('writes no header that anybody else has begun', async () => {
  server = await startSmtpServer();
  const outbox = new SmtpOutbox(`smtp://127.0.0.1:${server.port}`, 'parley@example.org');
  await expect(outbox.send({ ...mail, to: 'ana@example.org\r\nBcc: all@example.org' })).rejects.toThrow('ASCII');
  expect(server.lines.join()).not.toContain('Bcc');
});
