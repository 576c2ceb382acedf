export * from './chatrooms';
export * from './define';
export * from './messages';
export * from './realtime';
export * from './users';
