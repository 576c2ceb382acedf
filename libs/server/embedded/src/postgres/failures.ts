import { StartupError } from '../startup-error';

/** What PostgreSQL says in its log, and what it means to the person at the keyboard. */
const KNOWN: readonly { readonly says: RegExp; readonly means: (match: RegExpMatchArray) => string }[] = [
  {
    says: /No space left on device|Disk quota exceeded/,
    means: () => 'The disk is full: PostgreSQL needs some free space (about 200 MB to begin with).',
  },
  {
    says: /could not (?:bind|create any TCP\/IP sockets).*|Address already in use/,
    means: () =>
      'The port chosen for PostgreSQL is in use by another program: give it another one, or stop that program.',
  },
  {
    says: /initialized by PostgreSQL version ([\d.]+)/,
    means: ([, version]) =>
      `The database was made by PostgreSQL ${version ?? 'of another version'}, which this version can't read: move its directory away, or use the Parley that made it.`,
  },
  {
    says: /has wrong ownership|has invalid permissions|could not (?:open|access|create|change) (?:file|directory) "([^"]+)".*Permission denied/,
    means: ([, path]) =>
      `PostgreSQL may not use ${path ?? 'its data directory'}: start Parley as the user who started it first.`,
  },
  {
    says: /error while loading shared libraries: ([^\s:]+)/,
    means: ([, library]) => `PostgreSQL's programs can't run on this machine: the library ${library ?? ''} is missing.`,
  },
  {
    says: /could not create shared memory segment|could not map anonymous shared memory/,
    means: () => 'There is not enough memory left for PostgreSQL (about 200 MB).',
  },
];

/**
 * Says in one sentence why PostgreSQL did not start.
 * @param lines the last lines of its log, oldest first
 * @param logPath where all of it is
 */
export function explainFailure(lines: readonly string[], logPath: string): StartupError {
  for (const { says, means } of KNOWN) {
    const match = says.exec(lines.join('\n'));
    if (match !== null) return new StartupError(means(match), { cause: lines.join('\n') });
  }
  const reason = lines.findLast((line) => /FATAL|PANIC|ERROR|error/.test(line)) ?? lines.at(-1) ?? 'it said nothing';
  return new StartupError(`PostgreSQL did not start (${reason.trim()}); all it said is in ${logPath}.`, {
    cause: lines.join('\n'),
  });
}

/** Whether the failure may be over in a moment: the memory or the lock of a process that is still dying. */
export function isPassing(lines: readonly string[]): boolean {
  return lines.some((line) =>
    /pre-existing shared memory block|lock file "postmaster\.pid" already exists|is being used by another process/.test(
      line,
    ),
  );
}
