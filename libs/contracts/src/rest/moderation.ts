import * as z from 'zod';
import { pageOf, pageQuery } from '../model/page';
import { UuidSchema } from '../model/primitives';
import { CloseReportInputSchema, EarlierTextsSchema, ReportSchema, ReportStatusSchema } from '../model/report';
import { route } from './route';

const userIdParam = z.object({ userId: UuidSchema });

/** What moderators do; `forbidden` to everybody else. */
export const moderationRoutes = {
  reports: route({
    method: 'GET',
    path: '/reports',
    summary: 'Reports that are open, or closed ones; newest first',
    access: 'session',
    query: z.object({ status: ReportStatusSchema.default('open'), ...pageQuery }),
    answers: { 200: pageOf(ReportSchema) },
  }),
  reportedTexts: route({
    method: 'GET',
    path: '/reports/{id}/earlier-texts',
    summary:
      'What the message of a report had said before it was edited or deleted, oldest first; who reads it is noted',
    access: 'session',
    params: z.object({ id: UuidSchema }),
    answers: { 200: EarlierTextsSchema },
  }),
  closeReport: route({
    method: 'PATCH',
    path: '/reports/{id}',
    summary: 'Close a report; one that is closed stays as it is',
    access: 'session',
    params: z.object({ id: UuidSchema }),
    body: CloseReportInputSchema,
    answers: { 200: ReportSchema },
  }),
  suspend: route({
    method: 'PUT',
    path: '/users/{userId}/suspension',
    summary: 'Suspend an account: its sessions and keys end, and nobody signs in to it',
    access: 'session',
    params: userIdParam,
    answers: { 204: null },
  }),
  liftSuspension: route({
    method: 'DELETE',
    path: '/users/{userId}/suspension',
    summary: 'Let a suspended account sign in again',
    access: 'session',
    params: userIdParam,
    answers: { 204: null },
  }),
};
