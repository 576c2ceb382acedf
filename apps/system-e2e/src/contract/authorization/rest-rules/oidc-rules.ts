import type { rest } from '@parley/contracts';
import { PASSWORD } from '@parley/testing';
import type { AreaRules } from '../rest-rules';
import { everybody } from '../rule';

/** What no browser has been sent to the issuer for. */
const notBegun = {
  ask: () => ({ body: { code: 'none', state: 'x'.repeat(43) } }),
  answers: everybody('unauthenticated'),
};
const byAWrongPassword = {
  ask: () => ({ body: { password: 'not it' } }),
  answers: everybody('validation_failed'),
};

/** Signing in by the issuer, and the caller's own connection with it, which no request can name another's in the place of. */
export const oidcRules: AreaRules<typeof rest.oidc> = {
  provider: { 'of everybody': { ask: () => ({}), answers: everybody(200) } },
  begin: { 'by everybody': { ask: () => ({}), answers: everybody(200) } },
  finish: { 'of what was not begun': notBegun },
  beginLink: {
    'by one’s own password': { ask: () => ({ body: { password: PASSWORD } }), answers: everybody(200) },
    'by a wrong password': byAWrongPassword,
  },
  finishLink: { 'of what was not begun': notBegun },
  unlink: {
    'by one’s own password, where nothing is connected': {
      ask: () => ({ body: { password: PASSWORD } }),
      answers: everybody('conflict'),
    },
    'by a wrong password': byAWrongPassword,
  },
};
