import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mailTo, type OutboxMail, type Places } from '@parley/testing';

/** The system that the run's global set-up started: two gateways and one origin for all. */
export function system(): Places {
  const { PARLEY_E2E_ORIGIN: origin, PARLEY_E2E_GATEWAYS: gateways } = process.env;
  if (!origin || !gateways) throw new Error('The system under test was not started.');
  return { origin, gateways: gateways.split(',') };
}

/** What every process of that system has logged so far, by the name of the file. */
export async function logs(): Promise<Readonly<Record<string, string>>> {
  const { PARLEY_E2E_LOGS: directory } = process.env;
  if (!directory) throw new Error('The system under test was not started.');
  const names = (await readdir(directory)).filter((name) => name.endsWith('.log'));
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(directory, name), 'utf8')] as const)),
  );
}

/** The mail to an address whose subject has this in it; the `count`th of its kind. */
export function mailFor(address: string, subject: RegExp, count = 1): Promise<OutboxMail> {
  return mailTo(process.env['PARLEY_E2E_OUTBOX'] ?? '', address, subject, count);
}
