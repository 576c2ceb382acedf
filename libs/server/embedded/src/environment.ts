const USUAL_PATH = '/usr/local/bin:/usr/bin:/bin';

/** The directories that programs are looked for in, as the shell separates them. */
export function searchPath(): string {
  return process.env['PATH'] ?? USUAL_PATH;
}

/** For servers of others: nothing of the caller's, whose PGDATA, PGPORT or locale would otherwise have a say. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  return { PATH: searchPath(), LC_ALL: 'C' };
}

/** For the system's package manager: all of the caller's (it may name a proxy), and no questions asked. */
export function installerEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
}
