import * as z from 'zod';
import { pageOf, pageQuery } from '../model/page';
import { ReadCursorSchema } from '../model/message';
import { SeqOrZeroSchema, UuidSchema } from '../model/primitives';
import {
  CreateRoomInputSchema,
  InviteInputSchema,
  OverviewFilterSchema,
  OverviewItemSchema,
  RequestAnswerSchema,
  RoomPatchSchema,
  RoomSchema,
  RoomSettingsPatchSchema,
} from '../model/room';
import { RoomLineSchema } from '../model/room-export';
import { route } from './route';

const roomParam = z.object({ id: UuidSchema });

export const chatroomRoutes = {
  overview: route({
    method: 'GET',
    path: '/chatrooms',
    summary: "The overview of one's rooms, pinned first, then by latest activity",
    access: 'rooms:read',
    query: z.object({ ...pageQuery, filter: OverviewFilterSchema.default('active') }),
    answers: { 200: pageOf(OverviewItemSchema) },
  }),
  create: route({
    method: 'POST',
    path: '/chatrooms',
    summary: 'Open a direct room (200 where the pair has one) or a group',
    access: 'rooms:write',
    body: CreateRoomInputSchema,
    answers: { 200: RoomSchema, 201: RoomSchema },
    idempotencyKey: true,
  }),
  get: route({
    method: 'GET',
    path: '/chatrooms/{id}',
    summary: 'One room',
    access: 'rooms:read',
    params: roomParam,
    answers: { 200: RoomSchema },
  }),
  export: route({
    method: 'GET',
    path: '/chatrooms/{id}/export',
    summary: 'One room as JSON Lines: the room, its people, and every message that is kept, oldest first',
    // Names, members and messages in one: more than any scope of a key stands for.
    access: 'session',
    params: roomParam,
    answers: { 200: z.array(RoomLineSchema) },
    jsonLines: true,
  }),
  rename: route({
    method: 'PATCH',
    path: '/chatrooms/{id}',
    summary: 'Rename a group',
    access: 'rooms:write',
    params: roomParam,
    body: RoomPatchSchema,
    answers: { 200: RoomSchema },
  }),
  setMine: route({
    method: 'PATCH',
    path: '/chatrooms/{id}/me',
    summary: 'Pin, mute or archive a room for oneself',
    access: 'rooms:write',
    params: roomParam,
    body: RoomSettingsPatchSchema,
    answers: { 200: OverviewItemSchema },
  }),
  answerRequest: route({
    method: 'PUT',
    path: '/chatrooms/{id}/request',
    summary: 'Accept or refuse a first contact',
    access: 'rooms:write',
    params: roomParam,
    body: RequestAnswerSchema,
    answers: { 200: OverviewItemSchema },
  }),
  markRead: route({
    method: 'PUT',
    path: '/chatrooms/{id}/me/read',
    summary: 'Move the read cursor forward',
    access: 'messages:write',
    params: roomParam,
    body: z.strictObject({ seq: SeqOrZeroSchema }),
    answers: { 200: ReadCursorSchema },
  }),
  invite: route({
    method: 'POST',
    path: '/chatrooms/{id}/members',
    summary: 'Invite people to a group',
    access: 'rooms:write',
    params: roomParam,
    body: InviteInputSchema,
    answers: { 200: RoomSchema },
  }),
  removeMember: route({
    method: 'DELETE',
    path: '/chatrooms/{id}/members/{userId}',
    summary: 'Remove a member from a group, or leave it',
    access: 'rooms:write',
    params: roomParam.extend({ userId: UuidSchema }),
    answers: { 204: null },
  }),
};
