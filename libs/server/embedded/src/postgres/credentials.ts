import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '../startup-error';
import type { Location } from './location';

/** The name of the cluster's superuser, which only this library uses. */
export const SUPERUSER = 'parley_admin';

/** The passwords of one cluster, kept in a file beside it that only its owner may read. */
export class Credentials {
  private constructor(
    private readonly path: string,
    private readonly passwords: Map<string, string>,
  ) {}

  /** @throws StartupError when there is a cluster but its passwords are lost or damaged. */
  static open({ home, cluster }: Location): Credentials {
    const path = join(home, 'passwords.json');
    if (existsSync(path)) return new Credentials(path, read(path));
    if (!existsSync(cluster)) return new Credentials(path, new Map());
    throw new StartupError(
      `The passwords of the database in ${cluster} are gone (${path}): bring that file back, or remove both to start with an empty database.`,
    );
  }

  /** The password of a role; made, and stored before it is answered, when it has none. */
  passwordOf(role: string): string {
    const known = this.passwords.get(role);
    if (known !== undefined) return known;
    const password = randomBytes(24).toString('hex');
    this.passwords.set(role, password);
    this.#write();
    return password;
  }

  /** Forgets a role. */
  forget(role: string): void {
    if (this.passwords.delete(role)) this.#write();
  }

  #write(): void {
    const draft = `${this.path}.${process.pid}.tmp`;
    writeFileSync(draft, `${JSON.stringify(Object.fromEntries(this.passwords), null, 2)}\n`, { mode: 0o600 });
    renameSync(draft, this.path);
  }
}

function read(path: string): Map<string, string> {
  try {
    const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof content !== 'object' || content === null) throw new Error('not an object');
    return new Map(Object.entries(content).map(([role, password]) => [role, String(password)]));
  } catch (error) {
    throw new StartupError(
      `The passwords of the database can't be read from ${path}: it belongs to another user, or is damaged.`,
      { cause: error },
    );
  }
}
