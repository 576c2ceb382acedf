import * as z from 'zod';
import { GrantSchema, LoginInputSchema, RefreshTokenSchema, RegisterInputSchema, SessionSchema } from '../model/auth';
import { UuidSchema } from '../model/primitives';
import { route } from './route';

export const authRoutes = {
  register: route({
    method: 'POST',
    path: '/auth/register',
    summary: 'Open an account',
    access: 'public',
    body: RegisterInputSchema,
    answers: { 201: GrantSchema },
  }),
  login: route({
    method: 'POST',
    path: '/auth/login',
    summary: 'Sign in',
    access: 'public',
    body: LoginInputSchema,
    answers: { 200: GrantSchema },
  }),
  refresh: route({
    method: 'POST',
    path: '/auth/refresh',
    summary: 'Exchange the refresh token (cookie or body) for a new pair',
    access: 'public',
    body: z.strictObject({ refreshToken: RefreshTokenSchema.optional() }).optional(),
    answers: { 200: GrantSchema },
  }),
  logout: route({
    method: 'POST',
    path: '/auth/logout',
    summary: 'End this session',
    access: 'session',
    answers: { 204: null },
  }),
  listSessions: route({
    method: 'GET',
    path: '/auth/sessions',
    summary: 'The sessions of this account',
    access: 'session',
    answers: { 200: z.object({ items: z.array(SessionSchema) }) },
  }),
  endSession: route({
    method: 'DELETE',
    path: '/auth/sessions/{id}',
    summary: 'End one session',
    access: 'session',
    params: z.object({ id: UuidSchema }),
    answers: { 204: null },
  }),
};
