import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from '@parley/server-runtime';
import { v7 as uuidV7 } from 'uuid';
import { Outbox, type Mail } from './outbox';

/** Lays mails into a folder, one file each, for machines without a mail server: whoever runs Parley there reads them. */
export class FolderOutbox extends Outbox {
  constructor(
    private readonly folder: string,
    private readonly from: string,
    private readonly log: Logger,
  ) {
    super();
  }

  async send(mail: Mail): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const name = `${uuidV7()}.eml`;
    await writeFile(join(this.folder, name), this.plain(mail), { mode: 0o600, flag: 'wx' });
    // Neither the address nor what stands in it: a log is read by more people than the folder.
    this.log.info({ mail: name, subject: mail.subject }, 'a mail lies in the outbox');
  }

  /** As a mail program opens it (RFC 5322), and without an encoding: a link can be taken from the file as it stands there. */
  private plain({ to, subject, text }: Mail): string {
    const date = new Date().toUTCString().replace('GMT', '+0000');
    const headers = [`From: ${this.from}`, `To: ${to}`, `Subject: ${subject}`, `Date: ${date}`];
    return [...headers, '', ...text.split('\n')].join('\r\n');
  }
}

/** Where there is neither a mail server nor a folder. */
export class NoOutbox extends Outbox {
  constructor(private readonly log: Logger) {
    super();
  }

  send({ subject }: Mail): Promise<void> {
    this.log.warn({ subject }, 'a mail was not sent: neither SMTP_URL nor MAIL_OUTBOX_DIR is set');
    return Promise.resolve();
  }
}
