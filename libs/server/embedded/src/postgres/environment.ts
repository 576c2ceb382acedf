/**
 * The environment of PostgreSQL's programs: nothing of the caller's, whose PGDATA, PGPORT or locale would otherwise have
 * a say.
 */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C' };
}
