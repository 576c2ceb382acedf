import { inject } from '@angular/core';
import { patchState, signalStore, withMethods, withProps, withState } from '@ngrx/signals';
import type {
  Account,
  ChangeEmailInput,
  ChangePasswordInput,
  ConfirmedByPasswordAndCode,
  ParleyError,
  SecondFactorSetup,
} from '@parley/contracts';
import { PARLEY_CLIENT } from '../client/parley-client';
import { asProblem } from '../problem';
import { SessionStore } from '../session/session.store';

interface State {
  account: Account | null;
  problem: ParleyError | null;
}

/** How an account is closed: until one signs in again, or for good. */
export type Closing = 'deactivate' | 'remove';

/** One's own account: its address, and what changes it. All but sending a mail again asks for the password once more. */
export const AccountStore = signalStore(
  withState<State>({ account: null, problem: null }),
  withProps(() => ({ _client: inject(PARLEY_CLIENT), _session: inject(SessionStore) })),
  withMethods((store) => ({
    /** Asks for it anew. An address that was confirmed elsewhere meanwhile is shown wherever one's own stands. */
    async load(): Promise<void> {
      patchState(store, { problem: null });
      try {
        const account = await store._client.rest.account.show({});
        patchState(store, { account });
        const user = store._session.user();
        if (user !== null && user.email !== account.email) store._session.setUser({ ...user, email: account.email });
      } catch (error) {
        patchState(store, { problem: asProblem(error) });
      }
    },
  })),
  withMethods((store) => ({
    /** Has the mail sent again that proves the address. @throws ParleyError */
    async sendVerification(): Promise<void> {
      await store._client.rest.account.sendVerification({});
    },

    /** Asks for another address; it holds once the mail that comes there is confirmed. @throws ParleyError `validation_failed` at `password` */
    async changeEmail(input: ChangeEmailInput): Promise<void> {
      await store._client.rest.account.changeEmail({ body: input });
    },

    /** Every other session ends. @throws ParleyError `validation_failed` at `currentPassword` or `newPassword` */
    async changePassword(input: ChangePasswordInput): Promise<void> {
      await store._client.rest.account.changePassword({ body: input });
    },

    /** Makes a key for an app. @throws ParleyError `validation_failed` at `password` */
    async setUpSecondFactor(password: string): Promise<SecondFactorSetup> {
      return store._client.rest.secondFactor.setUp({ body: { password } });
    },

    /** Turns the second factor on and answers the recovery codes. @throws ParleyError `validation_failed` at `code`, `conflict` where the key is too old */
    async enableSecondFactor(code: string): Promise<readonly string[]> {
      const { recoveryCodes } = await store._client.rest.secondFactor.enable({ body: { code } });
      await store.load();
      return recoveryCodes;
    },

    /** Answers other recovery codes. @throws ParleyError `validation_failed` at `password` or `code` */
    async renewRecoveryCodes(input: ConfirmedByPasswordAndCode): Promise<readonly string[]> {
      const { recoveryCodes } = await store._client.rest.secondFactor.renewRecoveryCodes({ body: input });
      await store.load();
      return recoveryCodes;
    },

    /** Turns the second factor off. @throws ParleyError `validation_failed` at `password` or `code` */
    async disableSecondFactor(input: ConfirmedByPasswordAndCode): Promise<void> {
      await store._client.rest.secondFactor.disable({ body: input });
      await store.load();
    },

    /** Disconnects the issuer's account. @throws ParleyError `validation_failed` at `password` */
    async disconnect(password: string): Promise<void> {
      await store._client.rest.oidc.unlink({ body: { password } });
      await store.load();
    },

    /** Closes the account and ends the session here with it. @throws ParleyError `validation_failed` at `password` */
    async close(how: Closing, password: string): Promise<void> {
      // Hung up first: on a live connection the server tells of the end as if somebody else had brought it about.
      store._client.disconnect();
      try {
        await store._client.rest.account[how]({ body: { password } });
      } catch (error) {
        if (store._session.status() === 'signedIn') store._client.connect();
        throw error;
      }
      await store._session.logout();
    },
  })),
);
