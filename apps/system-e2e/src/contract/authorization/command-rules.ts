import type { CommandData, CommandName, CommandRequest } from '@parley/contracts';
import { randomUUID } from 'node:crypto';
import { acrossABlock, everybody, inDirect, inGroup, type Outcomes, type Rule } from './rule';
import type { Setting } from './setting';

type CommandRules = { readonly [N in CommandName]: Rule<CommandRequest<N>, CommandData<N>> };
type Ask<N extends CommandName> = (setting: Setting) => CommandRequest<N>;

/** Who may give which command: one of the contracts without a rule does not compile, and fails the walk. What REST offers as well has the same answers. */
export const commandRules: CommandRules = {
  'message:send': both<'message:send'>(
    ({ roomId }) => ({ roomId, clientMessageId: randomUUID(), text: 'May I?' }),
    inDirect('ok', 'forbidden'),
  ),
  'message:edit': {
    ...both<'message:edit'>(({ roomId, own: seq }) => ({ roomId, seq, text: 'Yes' }), inDirect('ok', 'forbidden')),
    ...others<'message:edit'>(({ roomId, others: seq }) => ({ roomId, seq, text: 'Yes' }), inGroup('forbidden')),
  },
  'message:delete': {
    ...both<'message:delete'>(({ roomId, own: seq }) => ({ roomId, seq }), inDirect('ok')),
    ...others<'message:delete'>(({ roomId, others: seq }) => ({ roomId, seq }), inGroup('forbidden', 'ok')),
  },
  'message:react': {
    ...both<'message:react'>(
      ({ roomId, others: seq }) => ({ roomId, seq, emoji: '👍', on: true }),
      inDirect('ok', 'forbidden'),
    ),
    'taking back in a direct room': {
      place: 'direct',
      ask: ({ roomId, others: seq }) => ({ roomId, seq, emoji: '👍', on: false }),
      answers: inDirect('ok'),
    },
  },
  'room:read': both<'room:read'>(({ roomId, others: seq }) => ({ roomId, seq }), inDirect('ok')),
  'typing:set': both<'typing:set'>(({ roomId }) => ({ roomId, active: true }), inDirect('ok', 'forbidden')),
  'rooms:sync': {
    'a group that is named': syncing('group', ({ roomId }) => ({ rooms: { [roomId]: 0 }, partial: true })),
    'a direct room that is named': syncing('direct', ({ roomId }) => ({ rooms: { [roomId]: 0 }, partial: true })),
    'a group that is not named': syncing('group', () => ({ rooms: {} })),
  },
  'presence:watch': {
    'across a block': {
      ask: ({ hermit }) => ({ userIds: [hermit.id] }),
      answers: acrossABlock('shown', 'hidden'),
      shows: ({ presences }) => presences.some(({ status }) => status === 'online'),
    },
  },
  'presence:set': { 'one’s own': { ask: () => ({ active: true }), answers: everybody('ok') } },
  'session:renew': {
    'with one’s own token': { ask: ({ caller }) => ({ token: caller.grant.accessToken }), answers: everybody('ok') },
    'with another’s token': {
      ask: ({ hermit }) => ({ token: hermit.grant.accessToken }),
      answers: everybody('forbidden'),
    },
  },
};

/** What every member of a group may do, and what is answered in a direct room. */
function both<N extends CommandName>(ask: Ask<N>, direct: Outcomes): Rule<CommandRequest<N>, CommandData<N>> {
  return {
    'in a group': { place: 'group', ask, answers: inGroup('ok') },
    'in a direct room': { place: 'direct', ask, answers: direct },
  };
}

/** With another's message: never in a direct room. */
function others<N extends CommandName>(ask: Ask<N>, group: Outcomes): Rule<CommandRequest<N>, CommandData<N>> {
  return {
    'another’s in a group': { place: 'group', ask, answers: group },
    'another’s in a direct room': { place: 'direct', ask, answers: inDirect('forbidden') },
  };
}

/** A sync names what it does not answer in `left`: the same for a room that is foreign and one that there is not. */
function syncing(place: 'group' | 'direct', ask: Ask<'rooms:sync'>): CommandRules['rooms:sync'][string] {
  return {
    ...{ place, ask },
    answers: place === 'group' ? inGroup('shown', 'shown', 'hidden') : inDirect('shown', 'shown', 'hidden'),
    shows: ({ rooms, joined }, { roomId }) => roomId in rooms || joined.some(({ id }) => id === roomId),
  };
}
