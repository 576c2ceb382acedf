export * from './client';
export * from './outbox/outbox-entry';
export type { RestClient, CallOptions } from './rest/rest-client';
export type { Session, SessionState } from './session/session';
export type { ConnectionState } from './socket/connection';
export type { Room } from './sync/room';
export { emptyRoomState, type RoomState } from './sync/room-state';
export type { OverviewState, Rooms } from './sync/rooms';
export type { Readable } from './value';
