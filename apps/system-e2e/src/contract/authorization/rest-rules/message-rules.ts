import type { rest } from '@parley/contracts';
import { randomUUID } from 'node:crypto';
import type { AreaRules } from '../rest-rules';
import { everybody, inDirect, inGroup } from '../rule';
import type { Setting } from '../setting';

type Routes = typeof rest.messages;

const own = ({ roomId, own: seq }: Setting) => ({ id: roomId, seq: `${seq}` });
const others = ({ roomId, others: seq }: Setting) => ({ id: roomId, seq: `${seq}` });
const finds = ({ items }: { items: { roomId: string }[] }, { roomId }: Setting): boolean =>
  items.some((hit) => hit.roomId === roomId);

/**
 * Messages: across a block a direct room is read, and what would be a way to speak in it (sending, editing, reacting) is forbidden to both; taking
 * back what one said, message or reaction, is not.
 */
const messages: AreaRules<Routes> = {
  history: {
    'of a group': { place: 'group', ask: ({ roomId }) => ask({ id: roomId }), answers: inGroup(200) },
    'of a direct room': { place: 'direct', ask: ({ roomId }) => ask({ id: roomId }), answers: inDirect(200) },
  },
  search: {
    'in every room': {
      place: 'group',
      ask: ({ word }) => ({ query: { q: word } }),
      answers: inGroup('shown', 'shown', 'hidden'),
      shows: finds,
    },
    'in a group': {
      place: 'group',
      ask: ({ word, roomId }) => ({ query: { q: word, roomId } }),
      answers: inGroup('shown'),
      shows: finds,
    },
    'in a direct room': {
      place: 'direct',
      ask: ({ word, roomId }) => ({ query: { q: word, roomId } }),
      answers: inDirect('shown'),
      shows: finds,
    },
  },
  send: {
    'in a group': { place: 'group', ask: sending, answers: inGroup(201) },
    'in a direct room': { place: 'direct', ask: sending, answers: inDirect(201, 'forbidden') },
  },
  edit: {
    'one’s own in a group': { place: 'group', ask: (at) => editing(own(at)), answers: inGroup(200) },
    'another’s in a group': { place: 'group', ask: (at) => editing(others(at)), answers: inGroup('forbidden') },
    'one’s own in a direct room': {
      place: 'direct',
      ask: (at) => editing(own(at)),
      answers: inDirect(200, 'forbidden'),
    },
    'another’s in a direct room': { place: 'direct', ask: (at) => editing(others(at)), answers: inDirect('forbidden') },
  },
  remove: {
    'one’s own in a group': { place: 'group', ask: (at) => ({ params: own(at) }), answers: inGroup(200) },
    'another’s in a group': {
      place: 'group',
      ask: (at) => ({ params: others(at) }),
      answers: inGroup('forbidden', 200),
    },
    'one’s own in a direct room': { place: 'direct', ask: (at) => ({ params: own(at) }), answers: inDirect(200) },
    'another’s in a direct room': {
      place: 'direct',
      ask: (at) => ({ params: others(at) }),
      answers: inDirect('forbidden'),
    },
  },
  react: {
    'in a group': { place: 'group', ask: reacting, answers: inGroup(200) },
    'in a direct room': { place: 'direct', ask: reacting, answers: inDirect(200, 'forbidden') },
  },
  unreact: {
    'in a group': { place: 'group', ask: reacting, answers: inGroup(200) },
    'in a direct room': { place: 'direct', ask: reacting, answers: inDirect(200) },
  },
};

const report = (more: (setting: Setting) => object) => (setting: Setting) => ({
  body: { userId: setting.other.id, reason: 'spam', note: randomUUID(), ...more(setting) },
});

/** Messages, and reports of people by what they wrote. */
export const messageRules: {
  readonly messages: AreaRules<Routes>;
  readonly reports: AreaRules<typeof rest.reports>;
} = {
  messages,
  reports: {
    create: {
      'of somebody, also across a block': {
        ask: report(({ hermit }) => ({ userId: hermit.id })),
        answers: everybody(201),
      },
      'in a group': {
        place: 'group',
        ask: report(({ roomId, others: seq }) => ({ roomId, seq })),
        answers: inGroup(201),
      },
      'in a direct room, also across a block': {
        place: 'direct',
        ask: report(({ roomId, others: seq }) => ({ roomId, seq })),
        answers: inDirect(201),
      },
    },
  },
};

function ask(params: { id: string }) {
  return { params, query: {} };
}

function sending({ roomId }: Setting) {
  return { params: { id: roomId }, body: { clientMessageId: randomUUID(), text: 'May I?' } };
}

function editing(params: { id: string; seq: string }) {
  return { params, body: { text: 'May I?' } };
}

function reacting(setting: Setting) {
  return { params: { ...others(setting), emoji: '👍' } };
}
