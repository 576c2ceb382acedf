export { testDatabase, type TestDatabase, type TestDatabaseOptions } from './test-database';
export { recordingLog, testLog } from './test-log';
export { testRedis, type TestRedis } from './test-redis';
export { Api, problemOf, type ApiAnswer, type ApiCall } from './people/api';
export { LiveSocket, Refused } from './people/live-socket';
export { aPerson, PASSWORD, Person, type PersonOptions, type Places } from './people/person';
export { startWorld, type RunningWorld } from './world/start-world';
export { standInService, type StandInHandlers, type StandInService } from './world/stand-in-service';
export { World, type TokenOptions, type WorldRoom } from './world/world';
