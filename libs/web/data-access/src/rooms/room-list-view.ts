import { Injectable, signal } from '@angular/core';

/** What the list of one's rooms shows: the conversations, those put away, or first contacts that wait. */
export type RoomListPart = 'conversations' | 'archived' | 'requests';

/** What is listed of one's rooms now: who stands beside the list does not say the same once more, and can turn it to something else. */
@Injectable({ providedIn: 'root' })
export class RoomListView {
  readonly part = signal<RoomListPart>('conversations');
  /** Whether only what is unread is listed of the conversations. */
  readonly unreadOnly = signal(false);
  /** Whether a search has taken the place of the list. */
  readonly isCovered = signal(false);

  /** Whether requests are listed, with what they say. */
  listsRequests(): boolean {
    return this.part() === 'requests' && !this.isCovered();
  }

  /** As it is whenever one comes to it. */
  reset(): void {
    this.part.set('conversations');
    this.unreadOnly.set(false);
    this.isCovered.set(false);
  }
}
