import * as z from 'zod';
import { limits } from '../limits';
import { EmojiSchema } from '../model/emoji';
import {
  MessagePageSchema,
  MessageSchema,
  MessageTextSchema,
  SendInputSchema,
  SearchHitSchema,
  SearchSortSchema,
  SearchTextSchema,
} from '../model/message';
import { pageOf, pageQuery } from '../model/page';
import { queryInt, UuidSchema } from '../model/primitives';
import { route } from './route';

const roomParam = z.object({ id: UuidSchema });
const messageParam = roomParam.extend({ seq: queryInt(1, Number.MAX_SAFE_INTEGER) });
const reactionParam = messageParam.extend({ emoji: EmojiSchema });
const seqQuery = queryInt(0, Number.MAX_SAFE_INTEGER).optional();

export const messageRoutes = {
  history: route({
    method: 'GET',
    path: '/chatrooms/{id}/messages',
    summary: 'A page of history, oldest first',
    access: 'messages:read',
    params: roomParam,
    query: z
      .object({
        before: seqQuery,
        after: seqQuery,
        around: seqQuery,
        limit: queryInt(1, limits.historyPageMax).default(limits.historyPageDefault),
      })
      .refine(
        (page) => [page.before, page.after, page.around].filter((seq) => seq !== undefined).length <= 1,
        'name at most one of before, after and around',
      ),
    answers: { 200: MessagePageSchema },
  }),
  search: route({
    method: 'GET',
    path: '/messages/search',
    summary:
      "Full-text search over the caller's rooms, or one of them; newest first, or by `sort` what matches best of the newest",
    access: 'messages:read',
    query: z.object({
      ...{ q: SearchTextSchema, roomId: UuidSchema.optional(), ...pageQuery },
      sort: SearchSortSchema.optional(),
    }),
    answers: { 200: pageOf(SearchHitSchema) },
  }),
  send: route({
    method: 'POST',
    path: '/chatrooms/{id}/messages',
    summary: 'Send a message; a repeat of the same clientMessageId answers the stored one with 200',
    access: 'messages:write',
    params: roomParam,
    body: SendInputSchema,
    answers: { 200: MessageSchema, 201: MessageSchema },
  }),
  edit: route({
    method: 'PATCH',
    path: '/chatrooms/{id}/messages/{seq}',
    summary: "Edit one's own message",
    access: 'messages:write',
    params: messageParam,
    body: z.strictObject({ text: MessageTextSchema }),
    answers: { 200: MessageSchema },
  }),
  remove: route({
    method: 'DELETE',
    path: '/chatrooms/{id}/messages/{seq}',
    summary: "Delete one's own message, or as a group's owner any",
    access: 'messages:write',
    params: messageParam,
    answers: { 200: MessageSchema },
  }),
  react: route({
    method: 'PUT',
    path: '/chatrooms/{id}/messages/{seq}/reactions/{emoji}',
    summary: 'React to a message with an emoji',
    access: 'messages:write',
    params: reactionParam,
    answers: { 200: MessageSchema },
  }),
  unreact: route({
    method: 'DELETE',
    path: '/chatrooms/{id}/messages/{seq}/reactions/{emoji}',
    summary: "Take one's reaction back",
    access: 'messages:write',
    params: reactionParam,
    answers: { 200: MessageSchema },
  }),
};
