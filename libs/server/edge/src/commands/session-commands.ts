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
    this.ended(sessionId, 'logged_out');
  }

  /** Ends one of the caller's sessions. @throws ParleyError `not_found` where the caller has no such session */
  async end(actor: Actor, sessionId: string): Promise<void> {
    await this.users.endSession({ sessionId }, { actor });
    this.ended(sessionId, 'ended');
  }

  /** Deletes one of the caller's API keys. @throws ParleyError `not_found` where the caller has no such key */
  async deleteApiKey(actor: Actor, keyId: string): Promise<void> {
    await this.users.deleteApiKey({ keyId }, { actor });
    this.ended(keyId, 'key_deleted');
  }

  private ended(sessionId: string, reason: string): void {
    this.revocations.end({ sessionId, reason });
    this.changes.publish([{ type: 'sessionEnded', sessionId, reason }]);
  }
}
