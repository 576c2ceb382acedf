import * as z from 'zod';
import {
  AccountSchema,
  ChangeEmailInputSchema,
  ChangePasswordInputSchema,
  ConfirmedByPasswordSchema,
  ConfirmEmailInputSchema,
  RequestResetInputSchema,
  ResetPasswordInputSchema,
} from '../model/account';
import { UuidSchema } from '../model/primitives';
import { defineRpc } from './define';

const nothing = z.object({});
/** With what and from which network address somebody comes; the address is kept nowhere but shortened. */
export const client = z.object({ userAgent: z.string().max(512), address: z.string().max(64).optional() });
/** The sessions and API keys that a call has ended, by id, so that the edges can tell of them at once. */
export const ended = z.object({ endedIds: z.array(UuidSchema) });

/** The users service's calls about accounts themselves; part of `usersRpc`. */
export const accountCalls = {
  account: defineRpc({
    pattern: 'users.account',
    caller: 'actor',
    repeatable: true,
    input: nothing,
    output: AccountSchema,
  }),
  /** Has a mail sent to the new address. Tells nothing of whether that has an account. `validation_failed` at `password` for a wrong one. */
  changeEmail: defineRpc({
    pattern: 'users.changeEmail',
    caller: 'actor',
    repeatable: true,
    input: ChangeEmailInputSchema.extend({ client }),
    output: nothing,
  }),
  /** Has the mail sent again that proves the actor's address; does nothing where it is proved. */
  sendVerification: defineRpc({
    pattern: 'users.sendVerification',
    caller: 'actor',
    repeatable: true,
    input: nothing,
    output: nothing,
  }),
  /** `validation_failed` at `token` for one that is unknown, used or expired; `conflict` where the address has an account by now. */
  confirmEmail: defineRpc({
    pattern: 'users.confirmEmail',
    caller: 'public',
    repeatable: false,
    input: ConfirmEmailInputSchema.extend({ client }),
    output: nothing,
  }),
  /** Has a mail sent, where the address has an account; answers the same, after the same work, where it has none. */
  requestReset: defineRpc({
    pattern: 'users.requestReset',
    caller: 'public',
    repeatable: true,
    input: RequestResetInputSchema.extend({ client }),
    output: nothing,
  }),
  /** Ends every session and API key of the account. `validation_failed` at `token` as above, at `password` for a common one. */
  resetPassword: defineRpc({
    pattern: 'users.resetPassword',
    caller: 'public',
    repeatable: false,
    input: ResetPasswordInputSchema.extend({ client }),
    output: ended,
  }),
  /** Ends every session of the actor's but the one in which it is called. `validation_failed` at `currentPassword` for a wrong one. */
  changePassword: defineRpc({
    pattern: 'users.changePassword',
    caller: 'actor',
    repeatable: false,
    input: ChangePasswordInputSchema.extend({ client }),
    output: ended,
  }),
  /** Ends every session and key of the actor's; nobody finds the account until it is signed in to again. */
  deactivate: defineRpc({
    pattern: 'users.deactivate',
    caller: 'actor',
    repeatable: false,
    input: ConfirmedByPasswordSchema.extend({ client }),
    output: ended,
  }),
  /** Leaves of the account an id and the name "Deleted member", and ends every session and key. */
  deleteAccount: defineRpc({
    pattern: 'users.deleteAccount',
    caller: 'actor',
    repeatable: false,
    input: ConfirmedByPasswordSchema.extend({ client }),
    output: ended,
  }),
} as const;
