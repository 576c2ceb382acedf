import type { Plant } from '../plant';

const messages = 'apps/messages/src';
const appending = `${messages}/migrations/1795516787739-replies-reactions-requests.ts`;

/** Guards of the services, where the rows are. */
export const servicePlants: readonly Plant[] = [
  {
    guard: 'members alone append to a room',
    file: appending,
    edits: [
      ['AS g (room_id, user_id) JOIN members USING (room_id, user_id)', 'AS g (room_id, user_id)'],
      [
        'LEFT JOIN members me ON me.room_id = g.room_id AND me.user_id = g.sender_id',
        'LEFT JOIN LATERAL (SELECT g.room_id, g.sender_id AS user_id) me ON true',
      ],
    ],
    spec: `${messages}/message/append-message.int-spec.ts`,
    test: 'tells an outsider, a former member and a caller of an invented room the same',
  },
  {
    guard: 'nobody writes across a block',
    file: appending,
    edits: [[`WHEN head.kind = 'direct' AND sending_blocked(g.room_id, g.sender_id) THEN 'blocked'`, '']],
    spec: `${messages}/message/append-message.int-spec.ts`,
    test: 'is refused to both across a block in a direct room, and goes on in groups',
  },
  {
    guard: 'nobody edits across a block',
    file: `${messages}/message/change-message.ts`,
    edits: [['if (isBlocked) throw sendingBlocked();', 'void [isBlocked, sendingBlocked];']],
    spec: `${messages}/message/edit-message.int-spec.ts`,
    test: 'is no way to write across a block',
  },
  {
    guard: 'who asked for a first contact writes no more than a request',
    file: appending,
    edits: [['head.request_refused OR head.last_seq + count(*)', 'false AND head.last_seq + count(*)']],
    spec: `${messages}/room/answer-request.int-spec.ts`,
    test: 'refused, it lets whoever asked write no more, and can be accepted later',
  },
  {
    guard: 'one’s own request is not one’s own to accept',
    file: `${messages}/room/answer-request.ts`,
    edits: [['if (held.requestedBy === userId) throw', `if (held.requestedBy === '') throw`]],
    spec: `${messages}/room/answer-request.int-spec.ts`,
    test: 'is outgoing to whoever asked and incoming to the other, until it is accepted',
  },
  {
    guard: 'members alone read a room’s history',
    file: `${messages}/history/page-history.ts`,
    edits: [
      ['FROM members me\n    JOIN rooms head USING (room_id)', 'FROM rooms head'],
      ['WHERE me.room_id = $1 AND me.user_id = $2', 'WHERE head.room_id = $1 AND $2::uuid IS NOT NULL'],
    ],
    spec: `${messages}/history/page-history.int-spec.ts`,
    test: 'is not found by who is not in the room',
  },
  {
    guard: 'members alone sync a room',
    file: `${messages}/sync/sync-statements.ts`,
    edits: [
      [
        'me.last_read_seq AS "lastReadSeq"\n  FROM members me JOIN rooms head USING (room_id)\n  WHERE me.user_id = $1`;',
        'coalesce(me.last_read_seq, 0) AS "lastReadSeq"\n  FROM rooms head LEFT JOIN members me ON me.room_id = head.room_id AND me.user_id = $1\n  WHERE true`;',
      ],
      ['text: `${heads} AND me.room_id = ANY($2::uuid[])`', 'text: `${heads} AND head.room_id = ANY($2::uuid[])`'],
    ],
    spec: `${messages}/sync/sync-rooms.int-spec.ts`,
    test: 'tells rooms that were not named as joined, those that one is not in as left',
  },
  {
    guard: 'one edits one’s own messages alone',
    file: `${messages}/message/edit-message.ts`,
    edits: [['if (message.senderId !== userId) throw', `if (message.senderId === '') throw`]],
    spec: `${messages}/message/edit-message.int-spec.ts`,
    test: 'is for one’s own messages, also where one owns the group',
  },
  {
    guard: 'the owner alone renames a group',
    file: 'apps/chatrooms/src/rooms/rename-room.ts',
    edits: [[`if (me.role !== 'owner') throw refused`, `if (me.userId === '') throw refused`]],
    spec: 'apps/chatrooms/src/rooms/rename-room.int-spec.ts',
    test: 'is for the group’s owner, and not for direct rooms',
  },
  {
    guard: 'the owner alone removes others',
    file: 'apps/chatrooms/src/members/remove-member.ts',
    edits: [[`if (userId !== removerId && me.role !== 'owner') throw`, `if (me.userId === '') throw`]],
    spec: 'apps/chatrooms/src/members/remove-member.int-spec.ts',
    test: 'does not let a member remove another',
  },
  {
    guard: 'moderators alone read reports and suspend',
    file: 'apps/users/src/moderation/moderators.ts',
    edits: [['if (account === null || !this.has(account)) throw', 'if (account === null) throw']],
    spec: 'apps/users/src/moderation/moderation.int-spec.ts',
    test: 'is closed to everybody else, whatever they ask for',
  },
  {
    guard: 'a refresh token used again ends its session',
    file: 'apps/users/src/sessions/refresh-session.ts',
    edits: [[`await endSessions(manager, [sessionId], 'refresh_token_reused');`, 'void endSessions;']],
    spec: 'apps/users/src/sessions/refresh-session.int-spec.ts',
    test: 'S43: ends the session when a token is used again after its successor was',
  },
  {
    guard: 'a refresh token counts once',
    file: 'apps/users/src/sessions/refresh-session.ts',
    edits: [['if (!state.replaced) {', 'if (!state.replaced || !state.sealedSuccessor) {']],
    spec: 'apps/users/src/sessions/refresh-session.int-spec.ts',
    test: 'S43: ends the session for good when a stolen token and its successor are used at once',
  },
  {
    guard: 'so many passwords are hashed at once and no more wait',
    file: 'apps/users/src/accounts/hash-queue.ts',
    edits: [['if (this.waiting.length >= this.capacity) {', 'if (this.waiting.length < 0) {']],
    spec: 'apps/users/src/accounts/hash-queue.spec.ts',
    test: 'S41: refuses one more than it may keep waiting, and says when to come back',
  },
  {
    guard: 'no password that everybody tries first',
    file: 'apps/users/src/accounts/refuse-password.ts',
    edits: [['if (isCommonPassword(password, email)) {', `if (path === '' && isCommonPassword(password, email)) {`]],
    spec: 'apps/users/src/accounts/accounts.int-spec.ts',
    test: 'S40: refuses a password that everybody tries first',
  },
  {
    guard: 'others see no address and no setting in a profile',
    file: 'apps/users/src/profiles/profile-mapper.ts',
    edits: [
      [
        '...{ bio, timezone, languages, createdAt: createdAt.toISOString() },',
        '...{ bio, timezone, languages, createdAt: createdAt.toISOString(), privacy: { showPresence: profile.showPresence } },',
      ],
    ],
    spec: 'apps/users/src/profiles/profiles.int-spec.ts',
    test: 'shows others neither the address nor anything of the account',
  },
  {
    guard: 'nobody is found across a block',
    file: 'apps/users/src/profiles/show-profile.ts',
    edits: [
      ['await visiblePeople(this.db.manager, [userId], actorId)', 'actorId === visiblePeople.name ? [] : [userId]'],
    ],
    spec: 'apps/users/src/profiles/profiles.int-spec.ts',
    test: 'finds nobody across a block, either way',
  },
];
