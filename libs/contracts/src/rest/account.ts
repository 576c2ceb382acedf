import * as z from 'zod';
import {
  AccountSchema,
  ChangeEmailInputSchema,
  ChangePasswordInputSchema,
  ConfirmedByPasswordSchema,
  ConfirmEmailInputSchema,
  ExportRecordSchema,
  RequestResetInputSchema,
  ResetPasswordInputSchema,
} from '../model/account';
import { pageOf, pageQuery } from '../model/page';
import { route } from './route';

/** What a member does with the account itself. What changes it asks for the password once more or for what a mail brought, and none of it is open to API keys. */
export const accountRoutes = {
  show: route({
    method: 'GET',
    path: '/auth/account',
    summary: "One's own account: its address, and whether that is proved",
    access: 'session',
    answers: { 200: AccountSchema },
  }),
  changePassword: route({
    method: 'PUT',
    path: '/auth/password',
    summary: 'Change the password; every other session ends',
    access: 'session',
    body: ChangePasswordInputSchema,
    answers: { 204: null },
  }),
  changeEmail: route({
    method: 'PUT',
    path: '/auth/email',
    summary: 'Ask for another address: it holds once the mail that is sent there has been confirmed',
    access: 'session',
    body: ChangeEmailInputSchema,
    answers: { 204: null },
  }),
  sendVerification: route({
    method: 'POST',
    path: '/auth/email/verification',
    summary: 'Have the mail sent again that proves the address',
    access: 'session',
    answers: { 204: null },
  }),
  confirmEmail: route({
    method: 'POST',
    path: '/auth/email/confirm',
    summary: 'Prove an address by what a mail brought there, the present one or the one that is to be',
    access: 'public',
    body: ConfirmEmailInputSchema,
    answers: { 204: null },
  }),
  requestReset: route({
    method: 'POST',
    path: '/auth/reset',
    summary:
      'Have a mail sent by which a forgotten password is replaced; the same answer whether there is an account or not',
    access: 'public',
    body: RequestResetInputSchema,
    answers: { 204: null },
  }),
  resetPassword: route({
    method: 'PUT',
    path: '/auth/reset',
    summary: 'Replace a forgotten password by what a mail brought; all sessions and API keys end',
    access: 'public',
    body: ResetPasswordInputSchema,
    answers: { 204: null },
  }),
  export: route({
    method: 'GET',
    path: '/auth/export',
    summary:
      "Everything of one's own: account and profile, sessions, keys, blocks, reports, rooms and one's own messages; a page may be empty before the last",
    access: 'session',
    query: z.object({ cursor: pageQuery.cursor }),
    answers: { 200: pageOf(ExportRecordSchema) },
  }),
  deactivate: route({
    method: 'POST',
    path: '/auth/deactivate',
    summary: 'Close the account for now: nobody finds it, sessions and keys end; signing in opens it again',
    access: 'session',
    body: ConfirmedByPasswordSchema,
    answers: { 204: null },
  }),
  remove: route({
    method: 'POST',
    path: '/auth/delete',
    summary: 'Delete the account for good; what was written stays, by a "Deleted member"',
    access: 'session',
    body: ConfirmedByPasswordSchema,
    answers: { 204: null },
  }),
};
