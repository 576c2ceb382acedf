export { openRedis, type RedisClient } from './open-redis';
export { asNamed, inPlaces, PLACES, withoutPlace, type Placement } from './placement';
export { nodeConnection, redisConnection, type RedisConnection, type RedisConnectionOptions } from './redis-connection';
export { readRedisUrl, redisUrl, type RedisTarget } from './redis-url';
