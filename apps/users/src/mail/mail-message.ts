import { randomUUID } from 'node:crypto';
import type { Mail } from './outbox';

/** A mail as it travels (RFC 5322): headers, an empty line, text; lines end with CRLF. */
export function mailMessage({ to, subject, text }: Mail, from: string, now: Date = new Date()): string {
  for (const header of [to, subject, from]) {
    // Whoever could end a line here could write headers of their own.
    if (!/^[\x20-\x7e]*$/.test(header)) throw new Error('A header of a mail may hold printable ASCII alone.');
  }
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
  return [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Date: ${now.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${randomUUID()}@${domain}>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    'Auto-Submitted: auto-generated',
    '',
    ...text.split('\n'),
  ].join('\r\n');
}
