import type { RpcRequest, usersRpc } from '@parley/contracts';
import type { Actor } from '@parley/server-rpc';
import type { ChangePublisher } from '../changes/change-publisher';
import type { RevocationWatch } from '../identity/revocation-watch';
import type { Services } from '../services';

/**
 * Ending sessions and API keys: refused here at once, and told to the gateways that hold their sockets. Whoever misses it finds it in the list of
 * revocations.
 */
export class SessionCommands {
  constructor(
    private readonly users: Services['users'],
    private readonly revocations: RevocationWatch,
    private readonly changes: ChangePublisher,
  ) {}

  /** Ends the caller's own session. */
  async logout(actor: Actor): Promise<void> {
    const { sessionId } = await this.users.logout({}, { actor });
    this.ended([sessionId], 'logged_out');
  }

  /** Ends one of the caller's sessions. @throws ParleyError `not_found` where the caller has no such session */
  async end(actor: Actor, sessionId: string): Promise<void> {
    await this.users.endSession({ sessionId }, { actor });
    this.ended([sessionId], 'ended');
  }

  /** Deletes one of the caller's API keys. @throws ParleyError `not_found` where the caller has no such key */
  async deleteApiKey(actor: Actor, keyId: string): Promise<void> {
    await this.users.deleteApiKey({ keyId }, { actor });
    this.ended([keyId], 'key_deleted');
  }

  /** Changes the caller's password; all their other sessions end. @throws ParleyError `validation_failed` for a wrong or too common one */
  async changePassword(actor: Actor, input: RpcRequest<typeof usersRpc.changePassword>): Promise<void> {
    const { endedIds } = await this.users.changePassword(input, { actor });
    this.ended(endedIds, 'password_changed');
  }

  /** Replaces a forgotten password; all sessions and keys of the account end. Errors as of `users.resetPassword`. */
  async resetPassword(input: RpcRequest<typeof usersRpc.resetPassword>): Promise<void> {
    const { endedIds } = await this.users.resetPassword(input);
    this.ended(endedIds, 'password_reset');
  }

  /** Closes the caller's account for now; all sessions and keys end. @throws ParleyError `validation_failed` for a wrong password */
  async deactivate(actor: Actor, input: RpcRequest<typeof usersRpc.deactivate>): Promise<void> {
    const { endedIds } = await this.users.deactivate(input, { actor });
    this.ended(endedIds, 'deactivated');
  }

  /** Deletes the caller's account; all sessions and keys end. @throws ParleyError `validation_failed` for a wrong password */
  async deleteAccount(actor: Actor, input: RpcRequest<typeof usersRpc.deleteAccount>): Promise<void> {
    const { endedIds } = await this.users.deleteAccount(input, { actor });
    this.ended(endedIds, 'deleted');
    this.changes.publish([{ type: 'presenceSettingChanged', userId: actor.userId }]);
  }

  /** Suspends an account on behalf of a moderator; all sessions and keys of it end. @throws ParleyError `forbidden`, `not_found` */
  async suspend(actor: Actor, userId: string): Promise<void> {
    const { endedIds } = await this.users.suspend({ userId }, { actor });
    this.ended(endedIds, 'suspended');
  }

  private ended(sessionIds: readonly string[], reason: string): void {
    for (const sessionId of sessionIds) this.revocations.end({ sessionId, reason });
    if (sessionIds.length === 0) return;
    this.changes.publish(sessionIds.map((sessionId) => ({ type: 'sessionEnded' as const, sessionId, reason })));
  }
}
