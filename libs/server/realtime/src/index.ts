export type { AdapterFactory, Engine } from './engine';
export { memoryEngine } from './memory-engine';
export { redisConnection, type RedisConnection } from './redis/redis-connection';
export { redisEngine, type RedisEngineOptions } from './redis/redis-engine';
export { channelRoom, roomChannel } from './rooms';
