import type { rest } from '@parley/contracts';
import type { AreaRules } from '../rest-rules';
import { acrossABlock, everybody, inDirect, inGroup, type Rule } from '../rule';

type Routes = typeof rest.chatrooms;

const create: AreaRules<Routes>['create'] = {
  'a group': {
    ask: ({ newcomer }) => ({ body: { kind: 'group', title: 'New', memberIds: [newcomer.id] } }),
    answers: everybody(201),
  },
  'a group across a block': {
    ask: ({ hermit }) => ({ body: { kind: 'group', title: 'New', memberIds: [hermit.id] } }),
    answers: acrossABlock(201, 'not_found'),
  },
  'a direct room across a block': {
    ask: ({ hermit }) => ({ body: { kind: 'direct', memberIds: [hermit.id] } }),
    answers: acrossABlock(201, 'not_found'),
  },
  'the direct room that a pair has, divided or not': {
    place: 'direct',
    ask: ({ other }) => ({ body: { kind: 'direct', memberIds: [other.id] } }),
    answers: inDirect(200, 200, 201),
  },
};

const invite: AreaRules<Routes>['invite'] = {
  'to a group': {
    place: 'group',
    ask: ({ roomId, newcomer }) => ({ params: { id: roomId }, body: { memberIds: [newcomer.id] } }),
    answers: inGroup(200),
  },
  'to a group, across a block': {
    place: 'group',
    ask: ({ roomId, hermit }) => ({ params: { id: roomId }, body: { memberIds: [hermit.id] } }),
    answers: { ...inGroup(200), blocked: 'not_found', blocker: 'not_found' },
  },
  // A direct room is for two: the contract knows invitations to groups alone.
  'to a direct room': {
    place: 'direct',
    ask: ({ roomId, newcomer }) => ({ params: { id: roomId }, body: { memberIds: [newcomer.id] } }),
    answers: inDirect('forbidden'),
  },
};

const removeMember: AreaRules<Routes>['removeMember'] = {
  'another, from a group': {
    place: 'group',
    ask: ({ roomId, other }) => ({ params: { id: roomId, userId: other.id } }),
    answers: inGroup('forbidden', 204),
  },
  'oneself, from a group': {
    place: 'group',
    ask: ({ roomId, caller }) => ({ params: { id: roomId, userId: caller.id } }),
    answers: inGroup(204),
  },
  // Nobody leaves a direct room, which the contract has no way back into: it is archived instead.
  'another, from a direct room': {
    place: 'direct',
    ask: ({ roomId, other }) => ({ params: { id: roomId, userId: other.id } }),
    answers: inDirect('forbidden'),
  },
  'oneself, from a direct room': {
    place: 'direct',
    ask: ({ roomId, caller }) => ({ params: { id: roomId, userId: caller.id } }),
    answers: inDirect('forbidden'),
  },
};

const answerRequest: AreaRules<Routes>['answerRequest'] = {
  'a request that somebody else has made': {
    place: 'request',
    ask: ({ roomId }) => ({ params: { id: roomId }, body: { accept: false } }),
    answers: { ...everybody('not_found'), former: 200, owner: 'forbidden' },
  },
  'an open direct room': {
    place: 'direct',
    ask: ({ roomId }) => ({ params: { id: roomId }, body: { accept: true } }),
    answers: inDirect(200),
  },
};

/** Rooms: nobody outside learns of one, members see it whatever divides them, the owner alone rules a group. */
export const chatroomRules: AreaRules<Routes> = {
  overview: {
    'a group': {
      place: 'group',
      ask: () => ({ query: {} }),
      answers: inGroup('shown', 'shown', 'hidden'),
      shows: ({ items }, { roomId }) => items.some(({ id }) => id === roomId),
    },
    'a direct room': {
      place: 'direct',
      ask: () => ({ query: {} }),
      answers: inDirect('shown', 'shown', 'hidden'),
      shows: ({ items }, { roomId }) => items.some(({ id }) => id === roomId),
    },
  },
  create,
  get: both(200, ({ roomId }) => ({ params: { id: roomId } })),
  export: both(200, ({ roomId }) => ({ params: { id: roomId } })),
  rename: {
    'a group': {
      place: 'group',
      ask: ({ roomId }) => ({ params: { id: roomId }, body: { title: 'Renamed' } }),
      answers: inGroup('forbidden', 200),
    },
    // It has no title: each is called by the other's name.
    'a direct room': {
      place: 'direct',
      ask: ({ roomId }) => ({ params: { id: roomId }, body: { title: 'Renamed' } }),
      answers: inDirect('forbidden'),
    },
  },
  setMine: both(200, ({ roomId }) => ({ params: { id: roomId }, body: { muted: true } })),
  answerRequest,
  markRead: both(200, ({ roomId, others }) => ({ params: { id: roomId }, body: { seq: others } })),
  invite,
  removeMember,
};

/** What every member may do in every room, also across a block. */
function both<Asked>(status: number, ask: Rule<Asked>[string]['ask']): Rule<Asked> {
  return {
    'a group': { place: 'group', ask, answers: inGroup(status) },
    'a direct room': { place: 'direct', ask, answers: inDirect(status) },
  };
}
