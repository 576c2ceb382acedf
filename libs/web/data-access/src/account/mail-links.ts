import { inject, Injectable } from '@angular/core';
import type { ResetPasswordInput } from '@parley/contracts';
import { PARLEY_CLIENT } from '../client/parley-client';
import { asProblem } from '../problem';
import { SessionStore } from '../session/session.store';

/** What the links of mails lead to. Nobody has to be signed in for it: the token of the link is the proof. */
@Injectable({ providedIn: 'root' })
export class MailLinks {
  private readonly client = inject(PARLEY_CLIENT);
  private readonly session = inject(SessionStore);

  /** Has a mail sent by which a forgotten password is replaced. Ends alike whether the address has an account or not. @throws ParleyError */
  async requestReset(email: string): Promise<void> {
    await this.client.rest.account.requestReset({ body: { email } });
  }

  /**
   * Replaces the password. If it was that of who is signed in here, this session is over with it, and known to be so at the end.
   * @throws ParleyError `validation_failed` at `token` for one that is not good any more, at `password` for one that everybody tries first
   */
  async resetPassword(input: ResetPasswordInput): Promise<void> {
    await this.client.rest.account.resetPassword({ body: input });
    await this.session.check();
  }

  /**
   * Proves an address, and shows it where it is that of who is signed in here.
   * @throws ParleyError `validation_failed` at `token` for one that is not good any more, `conflict` where the address has another account by now
   */
  async confirmEmail(token: string): Promise<void> {
    await this.client.rest.account.confirmEmail({ body: { token } });
    if (this.session.status() !== 'signedIn') return;
    try {
      this.session.setUser(await this.client.rest.users.me({}));
    } catch (error) {
      // The address is confirmed; that it is not shown yet is no reason to say otherwise.
      asProblem(error);
    }
  }
}
