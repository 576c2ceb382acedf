export { findProgram } from './find-program';
export { installPackage } from './install-package';
export { borrowDatabase, borrowRedis, type Borrowed } from './lending/borrow';
export type { Log } from './log';
export { codeOf, messageOf, StartupError } from './startup-error';
export {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './postgres/start-embedded-postgres';
export { findOrStartRedis, type RedisOptions, type UsableRedis } from './redis/find-or-start-redis';
export { freePort, freePorts, isPortFree } from './process/ports';
export type { StopStep } from './process/end-process';
export { identify, isAlive, type ProcessIdentity } from './process/process-identity';
export { ProcessLog } from './process/process-log';
export { RunRecord, type RecordedProcess } from './process/run-record';
export { runToEnd, type RunToEndOptions } from './process/run-to-end';
export { SupervisedProcess, type End, type ProcessPlan, type Supervision } from './process/supervised-process';
