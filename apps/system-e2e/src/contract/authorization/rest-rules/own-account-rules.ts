import type { rest } from '@parley/contracts';
import { PASSWORD } from '@parley/testing';
import { randomUUID } from 'node:crypto';
import type { AreaRules } from '../rest-rules';
import { everybody } from '../rule';

const noToken = 'x'.repeat(43);

/** The caller's own account, which no request can name another in the place of. */
export const ownAccountRules: AreaRules<typeof rest.account> = {
  show: { 'one’s own': { ask: () => ({}), answers: everybody(200) } },
  changePassword: {
    'by one’s own': {
      ask: () => ({ body: { currentPassword: PASSWORD, newPassword: PASSWORD } }),
      answers: everybody(204),
    },
    'by a wrong one': {
      ask: () => ({ body: { currentPassword: 'not it', newPassword: PASSWORD } }),
      answers: everybody('validation_failed'),
    },
  },
  changeEmail: {
    'by one’s own password': {
      ask: () => ({ body: { email: `${randomUUID()}@test.example`, password: PASSWORD } }),
      answers: everybody(204),
    },
  },
  sendVerification: { 'one’s own': { ask: () => ({}), answers: everybody(204) } },
  confirmEmail: {
    'by a token that nobody was sent': {
      ask: () => ({ body: { token: noToken } }),
      answers: everybody('validation_failed'),
    },
  },
  requestReset: {
    'of anybody': { ask: ({ newcomer }) => ({ body: { email: newcomer.email } }), answers: everybody(204) },
    'of nobody': { ask: () => ({ body: { email: `${randomUUID()}@test.example` } }), answers: everybody(204) },
  },
  resetPassword: {
    'by a token that nobody was sent': {
      ask: () => ({ body: { token: noToken, password: PASSWORD } }),
      answers: everybody('validation_failed'),
    },
  },
  export: { 'one’s own': { ask: () => ({ query: {} }), answers: everybody(200) } },
  deactivate: {
    'by a wrong password': {
      ask: () => ({ body: { password: 'not it' } }),
      answers: everybody('validation_failed'),
    },
  },
  remove: {
    'by a wrong password': {
      ask: () => ({ body: { password: 'not it' } }),
      answers: everybody('validation_failed'),
    },
  },
};
