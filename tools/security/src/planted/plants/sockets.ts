import type { Plant } from '../plant';

const connection = 'apps/realtime-gateway/src/connection';
const handshake = { spec: `${connection}/handshake.int-spec.ts` };
const sessions = { spec: 'apps/realtime-gateway/src/sessions/sessions.int-spec.ts' };
const commands = { spec: 'apps/realtime-gateway/src/commands/commands.int-spec.ts' };

/** Guards of the realtime gateway. */
export const socketPlants: readonly Plant[] = [
  {
    guard: 'pages of other sites open no socket',
    file: `${connection}/admission.ts`,
    edits: [
      [
        `if (headers.origin !== undefined && !allowedOrigins.has(headers.origin)) return 'this origin may not connect';`,
        '',
      ],
    ],
    ...handshake,
    test: 'S4: a page of %s is refused',
  },
  {
    guard: 'no token comes in the address',
    file: `${connection}/admission.ts`,
    edits: [
      [`if (TOKEN_PARAMETERS.some((name) => query.has(name))) return 'a token does not belong in the address';`, ''],
    ],
    ...handshake,
    test: 'S5: a token in the address is refused',
  },
  {
    guard: 'so many sockets of a member and no more',
    file: `${connection}/handshake.ts`,
    edits: [
      ['if (!(await quota.acquire(userId, socket.id))) {', 'if (!(await quota.acquire(userId, socket.id)) && false) {'],
    ],
    ...handshake,
    test: 'S10: one socket too many is refused, and let in once another has gone',
  },
  {
    guard: 'so many connections of an address and no more',
    file: `${connection}/address-quota.ts`,
    edits: [['count >= this.max || connection.destroyed', 'connection.destroyed']],
    ...handshake,
    test: 'S10, S11: one connection too many of an address is refused, whatever it says of where it comes from',
  },
  {
    guard: 'who never says who it is is dropped',
    file: 'apps/realtime-gateway/src/open-sockets.ts',
    edits: [['    silence.begun(connection);\n', '']],
    ...handshake,
    test: 'S9: a connection that never says who it is is dropped within ten seconds, whatever else it says',
  },
  {
    guard: 'sockets end with their session',
    file: 'apps/realtime-gateway/src/start-realtime-gateway.ts',
    edits: [['edge.revocations.onEnded((session) => endSession(live, session));', '']],
    ...handshake,
    test: 'S7: a token of a session that has ended is refused',
  },
  {
    guard: 'sockets end with their token',
    file: 'apps/realtime-gateway/src/sessions/session-clock.ts',
    edits: [['socket.disconnect(true);', '']],
    ...sessions,
    test: 'S6: warns a minute before the token expires, goes on with a new one, and ends with the last',
  },
  {
    guard: 'no command of an expired token',
    file: 'apps/realtime-gateway/src/commands/dispatcher.ts',
    edits: [['if (expiresAt <= Date.now() && command !== RENEWAL)', 'if (expiresAt <= 0 && command !== RENEWAL)']],
    spec: 'apps/realtime-gateway/src/commands/dispatcher.spec.ts',
    test: 'S6: gives no command but the one that brings another',
  },
  {
    guard: 'a socket is renewed by a token of its own session alone',
    file: 'apps/realtime-gateway/src/sessions/session-clock.ts',
    edits: [['if (renewed.userId !== userId || renewed.sessionId !== sessionId) {', 'if (userId === sessionId) {']],
    ...sessions,
    test: 'goes on with nobody else’s token, and with none of another session',
  },
  {
    guard: 'a key gives the commands of its scopes alone',
    file: 'apps/realtime-gateway/src/commands/dispatcher.ts',
    edits: [['assertAllowed(access, call.socket.data.identity);', 'void [assertAllowed, access];']],
    spec: 'apps/realtime-gateway/src/sessions/api-keys.int-spec.ts',
    test: 'a key with %s may give those that name it, and no others',
  },
  {
    guard: 'a key hears the facts of its scopes alone',
    file: `${connection}/handshake.ts`,
    edits: [['if (scopes !== null) hearByScope(socket.conn, scopes);', 'void [hearByScope, scopes];']],
    spec: 'apps/realtime-gateway/src/sessions/api-keys.int-spec.ts',
    test: 'is each fact that its scopes cover, and no other',
  },
  {
    guard: 'so many commands of a member and no more',
    file: 'apps/realtime-gateway/src/commands/dispatcher.ts',
    edits: [['if (!verdict.allowed) throw rateLimited(verdict);', 'void [verdict, rateLimited];']],
    ...commands,
    test: 'S27: the 201st command of a kind within ten seconds is rate_limited, and others are not',
  },
  {
    guard: 'no frame beyond 64 KiB',
    file: 'apps/realtime-gateway/src/open-sockets.ts',
    edits: [['maxHttpBufferSize: limits.socketFrameBytes,', '']],
    ...commands,
    test: 'S22: which is close code 1009',
  },
  {
    guard: 'no compression',
    file: 'apps/realtime-gateway/src/open-sockets.ts',
    edits: [['perMessageDeflate: false,', 'perMessageDeflate: true,']],
    spec: `${connection}/fragments.int-spec.ts`,
    test: 'S31: no compression is agreed on, though it is offered',
  },
  {
    guard: 'who does not read is cut off',
    file: 'apps/realtime-gateway/src/flow/slow-readers.ts',
    edits: [
      [
        "connection.close(true);\n    // What carries long polling may carry others' requests too, and nothing of this client's waits in it.\n    if (connection.transport.name !== 'polling') connection.request.socket.resetAndDestroy();",
        'void connection;',
      ],
      ['this.onCut(afterMs);', 'void afterMs;'],
    ],
    spec: 'apps/realtime-gateway/src/flow/flow.int-spec.ts',
    test: 'S29: a client that does not read is cut off, and the others are not held up',
  },
];
