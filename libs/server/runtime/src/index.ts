export {
  commonConfig,
  databaseConfig,
  httpServerConfig,
  processConfig,
  rpcServerConfig,
  SECRET_CHARACTERS_MIN,
} from './config/common-config';
export { ConfigError } from './config/config-error';
export { addressList, httpOrigin, integer, list, parseAddress, port, type Address } from './config/fields';
export { isTestRun } from './config/is-test-run';
export { loadConfig, type Environment } from './config/load-config';
export { DeadlineError, withDeadline } from './deadline';
export { every, type PeriodicTask } from './every';
export { createLogger, type Logger, type LoggerOptions, type LogLevel } from './logging/create-logger';
export { nestLogger } from './logging/nest-logger';
export { newId } from './new-id';
export { Readiness, type ReadinessCheck, type ReadinessReport } from './ops/readiness';
export type { ProcessContext, Running } from './process/process-context';
export { runProcess, type ProcessDefinition } from './process/run-process';
export { currentRequestId, newRequestId, requestContext, type RequestContext } from './request-context';
