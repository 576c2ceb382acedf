import { ChangePasswordInputSchema } from '../model/account';
import { route } from './route';

/** What a member does with the account itself. All of it asks for the password once more, and none of it is open to API keys. */
export const accountRoutes = {
  changePassword: route({
    method: 'PUT',
    path: '/auth/password',
    summary: 'Change the password; every other session ends',
    access: 'session',
    body: ChangePasswordInputSchema,
    answers: { 204: null },
  }),
};
