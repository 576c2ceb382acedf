/** The services that own a database, by the name of both. */
export const DATABASES = ['users', 'chatrooms', 'messages'] as const;
export type DatabaseName = (typeof DATABASES)[number];

/** The programs that make up Parley, by the name of their folder under `apps/`. */
export const PROGRAMS = [...DATABASES, 'api-gateway', 'realtime-gateway'] as const;
export type ProgramName = (typeof PROGRAMS)[number];
