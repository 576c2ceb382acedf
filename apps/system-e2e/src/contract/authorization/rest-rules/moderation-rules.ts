import type { rest } from '@parley/contracts';
import { randomUUID } from 'node:crypto';
import type { AreaRules } from '../rest-rules';
import { everybody } from '../rule';

const forbidden = everybody('forbidden');

/** None of the callers moderates: nothing is told, of what there is or of what there is not. */
export const moderationRules: AreaRules<typeof rest.moderation> = {
  reports: { 'the open ones': { ask: () => ({ query: {} }), answers: forbidden } },
  reportedTexts: {
    'of one that there is not': { ask: () => ({ params: { id: randomUUID() } }), answers: forbidden },
  },
  closeReport: {
    'one that there is not': {
      ask: () => ({ params: { id: randomUUID() }, body: { resolution: 'Nothing in it' } }),
      answers: forbidden,
    },
  },
  suspend: {
    somebody: { ask: ({ newcomer }) => ({ params: { userId: newcomer.id } }), answers: forbidden },
    nobody: { ask: () => ({ params: { userId: randomUUID() } }), answers: forbidden },
    oneself: { ask: ({ caller }) => ({ params: { userId: caller.id } }), answers: forbidden },
  },
  liftSuspension: {
    'of somebody': { ask: ({ newcomer }) => ({ params: { userId: newcomer.id } }), answers: forbidden },
  },
};
