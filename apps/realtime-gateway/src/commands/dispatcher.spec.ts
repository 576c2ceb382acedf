import type { CommandHandlers } from './dispatcher';

const refuse = () => Promise.reject(new Error('not called'));
const all: CommandHandlers = {
  'message:send': refuse,
  'message:edit': refuse,
  'message:delete': refuse,
  'message:react': refuse,
  'room:read': refuse,
  'typing:set': refuse,
  'rooms:sync': refuse,
  'presence:watch': refuse,
  'presence:set': refuse,
  'session:renew': refuse,
};

it('a command without a handler, a handler without a command, or one that does not fit, does not compile', () => {
  const { 'message:send': send, ...others } = all;
  // @ts-expect-error nobody handles message:send
  const missing: CommandHandlers = others;
  // @ts-expect-error there is no such command
  const tooMany: CommandHandlers = { ...all, 'message:shout': send };
  // @ts-expect-error the answer is a message
  const wrongData: CommandHandlers = { ...all, 'message:send': async () => ({ ok: true }) };
  // @ts-expect-error the payload names a room
  const wrongPayload: CommandHandlers = { ...all, 'room:read': async (_: { channel: string }) => refuse() };
  expect([missing, tooMany, wrongData, wrongPayload]).toHaveLength(4);
});
