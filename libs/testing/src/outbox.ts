import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from './eventually';

/** A mail as it lies in the folder of a system without a mail server. */
export interface OutboxMail {
  readonly subject: string;
  readonly text: string;
  /** What its link brings; empty where it has none. */
  readonly token: string;
}

/** The mails to an address so far, the oldest first. */
export async function mailsTo(folder: string, address: string): Promise<OutboxMail[]> {
  const names = await readdir(folder).catch(() => []);
  const files = await Promise.all(names.sort().map((name) => readFile(join(folder, name), 'utf8')));
  return files.filter((file) => header(file, 'To') === address).map(toMail);
}

/** The latest mail to an address whose subject has this in it, once there are as many as that. */
export function mailTo(folder: string, address: string, subject: RegExp, count = 1): Promise<OutboxMail> {
  return eventually(async () => {
    const found = (await mailsTo(folder, address)).filter((mail) => subject.test(mail.subject));
    const mail = found[count - 1];
    if (mail === undefined) throw new Error(`No such mail lies in the outbox: ${String(subject)}`);
    return mail;
  });
}

function toMail(file: string): OutboxMail {
  const text = file.slice(file.indexOf('\r\n\r\n') + 4);
  return { subject: header(file, 'Subject'), text, token: /#token=([\w-]+)/.exec(text)?.[1] ?? '' };
}

const header = (file: string, name: string): string => new RegExp(`^${name}: (.*)\r$`, 'm').exec(file)?.[1] ?? '';
