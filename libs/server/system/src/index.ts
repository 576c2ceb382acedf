export { startFront, type Front, type FrontOptions } from './front/front';
export { migrateDatabases, type MigrationOptions } from './migrate-databases';
export { DATABASES, PROGRAMS, type DatabaseName, type ProgramName } from './service-names';
export type { ProcessShape } from './topology';
export { outboxIn, startSystem, type RunningSystem, type SystemOptions } from './start-system';
