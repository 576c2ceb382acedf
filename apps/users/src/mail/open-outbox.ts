import type { Logger } from '@parley/server-runtime';
import type { UsersConfig } from '../config';
import { FolderOutbox, NoOutbox } from './folder-outbox';
import type { Outbox } from './outbox';
import { SmtpOutbox } from './smtp-outbox';

/** The way out for mails that the configuration names: a mail server before a folder. */
export function openOutbox(
  {
    SMTP_URL: url,
    MAIL_FROM: from,
    MAIL_OUTBOX_DIR: folder,
  }: Pick<UsersConfig, 'SMTP_URL' | 'MAIL_FROM' | 'MAIL_OUTBOX_DIR'>,
  log: Logger,
): Outbox {
  if (url !== undefined) return new SmtpOutbox(url, from);
  return folder === undefined ? new NoOutbox(log) : new FolderOutbox(folder, from, log);
}
