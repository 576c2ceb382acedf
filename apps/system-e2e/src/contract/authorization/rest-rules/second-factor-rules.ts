import type { rest } from '@parley/contracts';
import { PASSWORD } from '@parley/testing';
import type { AreaRules } from '../rest-rules';
import { everybody } from '../rule';

const byAWrongPassword = {
  ask: () => ({ body: { password: 'not it', code: '000000' } }),
  answers: everybody('validation_failed'),
};

/** The caller's own second factor, which no request can name another's in the place of. */
export const secondFactorRules: AreaRules<typeof rest.secondFactor> = {
  signIn: {
    'by a challenge that no login was answered': {
      ask: () => ({ body: { challenge: 'x'.repeat(43), code: '000000' } }),
      answers: everybody('unauthenticated'),
    },
  },
  setUp: {
    'by one’s own password': { ask: () => ({ body: { password: PASSWORD } }), answers: everybody(200) },
    'by a wrong password': { ask: () => ({ body: { password: 'not it' } }), answers: everybody('validation_failed') },
  },
  enable: {
    'by what is no code': {
      ask: async ({ caller }) => {
        await caller.api.post('/auth/second-factor', { password: PASSWORD });
        return { body: { code: 'none' } };
      },
      answers: everybody('validation_failed'),
    },
  },
  renewRecoveryCodes: { 'by a wrong password': byAWrongPassword },
  disable: { 'by a wrong password': byAWrongPassword },
};
