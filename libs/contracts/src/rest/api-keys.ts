import * as z from 'zod';
import { ApiKeySchema, CreateApiKeyInputSchema, NewApiKeySchema } from '../model/api-key';
import { UuidSchema } from '../model/primitives';
import { route } from './route';

export const apiKeyRoutes = {
  create: route({
    method: 'POST',
    path: '/api-keys',
    summary: 'Make an API key; `key` is answered this once',
    access: 'session',
    body: CreateApiKeyInputSchema,
    answers: { 201: NewApiKeySchema },
    idempotencyKey: true,
  }),
  list: route({
    method: 'GET',
    path: '/api-keys',
    summary: "One's API keys, newest first",
    access: 'session',
    answers: { 200: z.object({ items: z.array(ApiKeySchema) }) },
  }),
  remove: route({
    method: 'DELETE',
    path: '/api-keys/{id}',
    summary: 'Delete an API key: it is refused from then on, and its sockets are closed',
    access: 'session',
    params: z.object({ id: UuidSchema }),
    answers: { 204: null },
  }),
};
