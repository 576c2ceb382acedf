import type { Type } from '@angular/core';
import type { Routes } from '@angular/router';
import { meanwhile } from '@parley/web-data-access';
import { roomAddress } from './room/room-address';

export { Switcher } from './switcher/switcher';

const roomsPage = () => import('./rooms-page').then((m) => m.RoomsPage);
const noRoom = () => import('./no-room').then((m) => m.NoRoom);
const roomPage = () => import('./room/room-page').then((m) => m.RoomPage);

/** Messages, rows and heads of rooms, where one writes and what was found, in every state, for the kit. */
export const chatKit = () => import('./kit');

/** Begins to fetch the views of an address, such as `/rooms/…`: side by side, where the router would find one after the other. */
export async function fetchViews(path: string): Promise<void> {
  const views = /^\/rooms\/./.test(path) ? [roomsPage, roomPage] : [roomsPage, noRoom];
  await Promise.allSettled(views.map((fetch) => fetch()));
}

/** One's rooms. Who shows a person beside a room is said by the app: `person` loads that component, which takes `userId` as its input. */
export function roomsRoutes(person: () => Promise<Type<unknown>>): Routes {
  return [
    {
      path: '',
      canMatch: [meanwhile(roomsPage)],
      loadComponent: roomsPage,
      children: [
        {
          path: '',
          pathMatch: 'full',
          title: 'titles.rooms',
          loadComponent: noRoom,
        },
        {
          matcher: roomAddress,
          canMatch: [meanwhile(roomPage)],
          loadComponent: roomPage,
          children: [
            { path: 'with/:userId', loadComponent: person },
            { path: 'details', loadComponent: () => import('./group/group-details').then((m) => m.GroupDetails) },
          ],
        },
      ],
    },
  ];
}
