import { inject } from '@angular/core';
import { signalStore, withMethods, withProps } from '@ngrx/signals';
import { PARLEY_CLIENT } from '../client/parley-client';
import { SessionStore } from '../session/session.store';

/** What can be done with a group. The room itself changes when the server tells of it, here and with everybody else. */
export const GroupStore = signalStore(
  { providedIn: 'root' },
  withProps(() => ({ _client: inject(PARLEY_CLIENT), _session: inject(SessionStore) })),
  withMethods(({ _client: client, _session: session }) => ({
    /** @throws ParleyError */
    async rename(roomId: string, title: string): Promise<void> {
      await client.rest.chatrooms.rename({ params: { id: roomId }, body: { title } });
    },
    /** @throws ParleyError */
    async invite(roomId: string, memberIds: readonly string[]): Promise<void> {
      await client.rest.chatrooms.invite({ params: { id: roomId }, body: { memberIds: [...memberIds] } });
    },
    /** @throws ParleyError */
    async remove(roomId: string, userId: string): Promise<void> {
      await client.rest.chatrooms.removeMember({ params: { id: roomId, userId } });
    },
    /** @throws ParleyError */
    async leave(roomId: string): Promise<void> {
      await client.rest.chatrooms.removeMember({ params: { id: roomId, userId: session.userId() } });
    },
  })),
);
