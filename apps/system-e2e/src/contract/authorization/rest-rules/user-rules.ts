import type { rest } from '@parley/contracts';
import type { AreaRules } from '../rest-rules';
import { acrossABlock, everybody } from '../rule';
import { skillsOfCallers } from '../scene';

/** Profiles, people and blocks: a block hides both from each other, whoever put it. */
export const userRules: AreaRules<typeof rest.users> = {
  me: { 'one’s own': { ask: () => ({}), answers: everybody(200) } },
  updateMe: { 'one’s own': { ask: () => ({ body: { headline: 'Here to learn' } }), answers: everybody(200) } },
  setSkills: { 'one’s own': { ask: () => ({ body: skillsOfCallers }), answers: everybody(200) } },
  listBlocks: {
    'who has blocked one does not stand in it': {
      ask: () => ({ query: {} }),
      answers: { ...everybody('hidden'), blocker: 'shown' },
      shows: ({ items }, { hermit }) => items.some(({ user }) => user.id === hermit.id),
    },
  },
  block: {
    somebody: { ask: ({ newcomer }) => ({ params: { userId: newcomer.id } }), answers: everybody(204) },
  },
  unblock: {
    somebody: { ask: ({ newcomer }) => ({ params: { userId: newcomer.id } }), answers: everybody(204) },
  },
  search: {
    'across a block': {
      ask: ({ hermit }) => ({ query: { query: hermit.grant.user.displayName } }),
      answers: acrossABlock('shown', 'hidden'),
      shows: ({ items }, { hermit }) => items.some(({ id }) => id === hermit.id),
    },
  },
  profile: {
    'across a block': {
      ask: ({ hermit }) => ({ params: { id: hermit.id } }),
      answers: acrossABlock(200, 'not_found'),
    },
  },
  skills: { 'of the catalogue': { ask: () => ({ query: { query: 'chess' } }), answers: everybody(200) } },
  matches: {
    'across a block': {
      ask: () => ({ query: { limit: '100' } }),
      answers: acrossABlock('shown', 'hidden'),
      shows: ({ items }, { hermit }) => items.some(({ user }) => user.id === hermit.id),
    },
  },
};
