export { testDatabase, type TestDatabase, type TestDatabaseOptions } from './test-database';
export { recordingLog, testLog } from './test-log';
export { testRedis, type TestRedis } from './test-redis';
