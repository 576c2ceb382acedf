import { randomUUID } from 'node:crypto';

/** A name that nobody else in the system has, for whom a test looks for among everybody. */
export function aName(first: string): string {
  return `${first} ${randomUUID().slice(-6)}`;
}
