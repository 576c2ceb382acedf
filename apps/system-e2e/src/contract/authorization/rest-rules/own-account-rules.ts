import type { rest } from '@parley/contracts';
import { PASSWORD } from '@parley/testing';
import type { AreaRules } from '../rest-rules';
import { everybody } from '../rule';

/** The caller's own account, which no request can name another in the place of. */
export const ownAccountRules: AreaRules<typeof rest.account> = {
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
};
