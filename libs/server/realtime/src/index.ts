export type { AdapterFactory, Engine, Round } from './engine';
export { memoryEngine } from './memory-engine';
export { memoryPresenceBoard, type BoardListener, type PresenceBoard } from './presence/presence-board';
export { strongest, type NodePart, type PresencePart } from './presence/presence-part';
export { RedisPresenceBoard } from './presence/redis-presence-board';
export { redisEngine, type RedisEngineOptions } from './redis/redis-engine';
export { channelRoom, roomChannel } from './rooms';
