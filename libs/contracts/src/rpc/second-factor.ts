import * as z from 'zod';
import { ConfirmedByPasswordSchema } from '../model/account';
import {
  ConfirmedByCodeSchema,
  ConfirmedByPasswordAndCodeSchema,
  RecoveryCodesSchema,
  SecondFactorLoginInputSchema,
  SecondFactorSetupSchema,
} from '../model/second-factor';
import { client } from './accounts';
import { defineRpc } from './define';
import { IssuedGrantSchema } from './issued-grant';

/** The users service's calls about the second factor; part of `usersRpc`. */
export const secondFactorCalls = {
  /**
   * `unauthenticated` for a challenge that is unknown, used, expired or tried too often; `validation_failed` at `code` for a wrong one;
   * `rate_limited` where the account was sent too many of those.
   */
  loginByCode: defineRpc({
    pattern: 'users.loginByCode',
    caller: 'public',
    repeatable: false,
    input: SecondFactorLoginInputSchema.extend({ client }),
    output: IssuedGrantSchema,
  }),
  /** `validation_failed` at `password` for a wrong one, `conflict` where there is a second factor. */
  setUpSecondFactor: defineRpc({
    pattern: 'users.setUpSecondFactor',
    caller: 'actor',
    repeatable: false,
    input: ConfirmedByPasswordSchema.extend({ client }),
    output: SecondFactorSetupSchema,
  }),
  /** `validation_failed` at `code` for a wrong one, `conflict` where no key waits for it. */
  enableSecondFactor: defineRpc({
    pattern: 'users.enableSecondFactor',
    caller: 'actor',
    repeatable: false,
    input: ConfirmedByCodeSchema.extend({ client }),
    output: RecoveryCodesSchema,
  }),
  /** `validation_failed` at `password` or `code`, `conflict` where there is no second factor, `rate_limited` after too many wrong codes. */
  renewRecoveryCodes: defineRpc({
    pattern: 'users.renewRecoveryCodes',
    caller: 'actor',
    repeatable: false,
    input: ConfirmedByPasswordAndCodeSchema.extend({ client }),
    output: RecoveryCodesSchema,
  }),
  /** Errors as of `renewRecoveryCodes`. */
  disableSecondFactor: defineRpc({
    pattern: 'users.disableSecondFactor',
    caller: 'actor',
    repeatable: false,
    input: ConfirmedByPasswordAndCodeSchema.extend({ client }),
    output: z.object({}),
  }),
} as const;
