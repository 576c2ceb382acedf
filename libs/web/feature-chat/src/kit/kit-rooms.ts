import { Component, computed, inject, Injectable, signal } from '@angular/core';
import type { OverviewItem, RoomSettingsPatch } from '@parley/contracts';
import { Drafts, OverviewStore } from '@parley/web-data-access';
import { RoomList } from '../overview/room-list';
import { ago, ben, carla, idOf, me, membersOf } from './kit-people';

const PLAIN: OverviewItem = {
  ...{ id: idOf(400), kind: 'direct', title: null, lastSeq: 3, revision: 3, request: null },
  members: membersOf([me, 3], [ben, 3]),
  ...{ createdAt: ago(10_000), updatedAt: ago(20), unreadCount: 0, lastReadSeq: 3 },
  lastMessage: { seq: 3, senderId: ben.id, preview: 'Shall we say Thursday?', createdAt: ago(20) },
  ...{ pinned: false, muted: false, archived: false },
};
const GROUP: Partial<OverviewItem> = { kind: 'group', members: membersOf([me, 3], [ben, 3], [carla, 3]) };
const said = (by: { readonly id: string }, preview: string, minutesAgo = 60): Partial<OverviewItem> => ({
  lastMessage: { seq: 3, senderId: by.id, preview, createdAt: ago(minutesAgo) },
});
const DRAFT_AT = 6;

/** A room in each state that a row can be in; titles of groups say which. */
const ROOMS: readonly OverviewItem[] = [
  {},
  said(me, 'One’s own words'),
  { ...GROUP, title: 'A group, pinned', pinned: true, ...said(ben, 'In a group it says who') },
  { ...GROUP, title: 'Unread', unreadCount: 7, ...said(carla, 'Seven of them', 2) },
  { ...GROUP, title: 'Unread, more than are counted', unreadCount: 999, ...said(carla, 'Very many', 3) },
  { ...GROUP, title: 'Muted, and unread', muted: true, unreadCount: 3, ...said(ben, 'Nobody is called', 30) },
  { ...GROUP, title: 'With a draft' },
  { ...GROUP, title: 'Pinned and muted', pinned: true, muted: true },
  { ...GROUP, title: 'Archived', archived: true, ...said(ben, 'Its menu brings it back', 50_000) },
  { ...GROUP, title: 'The last message was deleted', ...said(ben, '') },
  { ...GROUP, title: 'Nothing written yet', lastSeq: 0, lastMessage: null },
  { ...GROUP, title: 'Nothing kept any more', lastMessage: null },
  {
    ...GROUP,
    title: 'A title that is longer than there is room for in a row',
    ...said(carla, 'And so is this. '.repeat(9)),
  },
  { members: membersOf([me, 3]) },
].map((more, index) => ({ ...PLAIN, ...more, id: idOf(400 + index) }));

/** Stands in for the overview: what one sets shows here, and goes nowhere. */
@Injectable()
class KitOverview {
  readonly items = signal(ROOMS);

  setMine(roomId: string, { pinned, muted, archived }: RoomSettingsPatch): Promise<void> {
    const setIn = (item: OverviewItem): OverviewItem => ({
      ...item,
      pinned: pinned ?? item.pinned,
      muted: muted ?? item.muted,
      archived: archived ?? item.archived,
    });
    this.items.update((items) => items.map((item) => (item.id === roomId ? setIn(item) : item)));
    return Promise.resolve();
  }
}

/** For the kit: rows of the overview in every state. */
@Component({
  selector: 'parley-kit-rooms',
  imports: [RoomList],
  providers: [
    KitOverview,
    { provide: OverviewStore, useExisting: KitOverview },
    {
      provide: Drafts,
      useValue: { shown: (_: string, roomId: string) => (roomId === idOf(400 + DRAFT_AT) ? 'Half a thought' : '') },
    },
  ],
  template: `<parley-room-list label="Rooms" [items]="items()" [myId]="myId" />`,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class KitRooms {
  private readonly overview = inject(KitOverview);
  protected readonly items = computed(() => this.overview.items());
  protected readonly myId = me.id;
}
