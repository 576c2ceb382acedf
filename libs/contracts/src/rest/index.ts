import { accountRoutes } from './account';
import { apiKeyRoutes } from './api-keys';
import { authRoutes } from './auth';
import { chatroomRoutes } from './chatrooms';
import { messageRoutes } from './messages';
import { moderationRoutes } from './moderation';
import { oidcRoutes } from './oidc';
import { reportRoutes } from './reports';
import { secondFactorRoutes } from './second-factor';
import { userRoutes } from './users';

export * from './route';

/** Every REST call of the public API, by area and name. */
export const rest = {
  auth: authRoutes,
  account: accountRoutes,
  secondFactor: secondFactorRoutes,
  oidc: oidcRoutes,
  apiKeys: apiKeyRoutes,
  users: userRoutes,
  chatrooms: chatroomRoutes,
  messages: messageRoutes,
  reports: reportRoutes,
  moderation: moderationRoutes,
} as const;

/** The path that every route is below. */
export const apiPrefix = '/api/v1';
