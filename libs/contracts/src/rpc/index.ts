export * from './chatrooms';
export * from './define';
export * from './issued-grant';
export * from './messages';
export * from './realtime';
export * from './users';
