import type { rest, RestRoute, RouteAnswer, RouteRequest } from '@parley/contracts';
import { accountRules } from './rest-rules/account-rules';
import { chatroomRules } from './rest-rules/chatroom-rules';
import { messageRules } from './rest-rules/message-rules';
import { moderationRules } from './rest-rules/moderation-rules';
import { oidcRules } from './rest-rules/oidc-rules';
import { ownAccountRules } from './rest-rules/own-account-rules';
import { secondFactorRules } from './rest-rules/second-factor-rules';
import { userRules } from './rest-rules/user-rules';
import type { Rule } from './rule';

/** The parts of a request that a route has. */
type Asked<R extends RestRoute> = {
  [P in keyof RouteRequest<R> as RouteRequest<R>[P] extends undefined ? never : P]: RouteRequest<R>[P];
};

/** One rule for each route of an area. */
export type AreaRules<A extends Readonly<Record<string, RestRoute>>> = {
  readonly [N in keyof A]: Rule<Asked<A[N]>, RouteAnswer<A[N]>>;
};

/** Who may make which REST call: a route of the contracts without a rule does not compile, and fails the walk. */
export const restRules: { readonly [A in keyof typeof rest]: AreaRules<(typeof rest)[A]> } = {
  ...accountRules,
  account: ownAccountRules,
  secondFactor: secondFactorRules,
  oidc: oidcRules,
  users: userRules,
  chatrooms: chatroomRules,
  ...messageRules,
  moderation: moderationRules,
};
