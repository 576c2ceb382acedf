import * as z from 'zod';
import {
  ApiKeySchema,
  ApiKeyTextSchema,
  CreateApiKeyInputSchema,
  NewApiKeySchema,
  ScopeSchema,
} from '../model/api-key';
import { LoginInputSchema, RefreshTokenSchema, RegisterInputSchema, SessionSchema } from '../model/auth';
import { pageInput, pageOf } from '../model/page';
import { TimeSchema, UuidSchema } from '../model/primitives';
import { OwnReportSchema, ReportInputSchema, ReportReceiptSchema } from '../model/report';
import {
  BlockSchema,
  MatchSchema,
  OwnProfileSchema,
  ProfilePatchSchema,
  PublicProfileSchema,
  SkillListsInputSchema,
  SkillListsSchema,
  SkillSchema,
  UserSummarySchema,
} from '../model/user';
import { limits } from '../limits';
import { accountCalls, client } from './accounts';
import { defineRpc } from './define';
import { IssuedGrantSchema } from './issued-grant';
import { moderationCalls } from './moderation';
import { oidcCalls } from './oidc';
import { secondFactorCalls } from './second-factor';

const nothing = z.object({});
const query = z.string().max(limits.queryCharacters).optional();

export const usersRpc = {
  register: defineRpc({
    pattern: 'users.register',
    caller: 'public',
    repeatable: false,
    input: RegisterInputSchema.extend({ client }),
    output: IssuedGrantSchema,
  }),
  /** `unauthenticated` with `secondFactor` where the password was right and the account asks for a code besides. */
  login: defineRpc({
    pattern: 'users.login',
    caller: 'public',
    repeatable: true,
    input: LoginInputSchema.extend({ client }),
    output: IssuedGrantSchema,
  }),
  refresh: defineRpc({
    pattern: 'users.refresh',
    caller: 'public',
    repeatable: true,
    input: z.object({ refreshToken: RefreshTokenSchema, client }),
    output: IssuedGrantSchema,
  }),
  /** Ends the actor's own session. */
  logout: defineRpc({
    pattern: 'users.logout',
    caller: 'actor',
    repeatable: true,
    input: nothing,
    output: z.object({ sessionId: UuidSchema }),
  }),
  listSessions: defineRpc({
    pattern: 'users.listSessions',
    caller: 'actor',
    repeatable: true,
    input: nothing,
    output: z.object({ items: z.array(SessionSchema) }),
  }),
  endSession: defineRpc({
    pattern: 'users.endSession',
    caller: 'actor',
    repeatable: true,
    input: z.object({ sessionId: UuidSchema }),
    output: nothing,
  }),
  ...accountCalls,
  ...moderationCalls,
  ...secondFactorCalls,
  ...oidcCalls,
  /** Makes a key of the actor's; the answer is the only one that tells it. */
  createApiKey: defineRpc({
    pattern: 'users.createApiKey',
    caller: 'actor',
    repeatable: false,
    input: CreateApiKeyInputSchema.extend({ idempotencyKey: z.string().min(1).max(255).optional() }),
    output: NewApiKeySchema,
  }),
  listApiKeys: defineRpc({
    pattern: 'users.listApiKeys',
    caller: 'actor',
    repeatable: true,
    input: nothing,
    output: z.object({ items: z.array(ApiKeySchema) }),
  }),
  deleteApiKey: defineRpc({
    pattern: 'users.deleteApiKey',
    caller: 'actor',
    repeatable: true,
    input: z.object({ keyId: UuidSchema }),
    output: nothing,
  }),
  /** Whose key it is and what it may do; notes that it is in use. `unauthenticated` for one that is unknown, deleted or expired. */
  verifyApiKey: defineRpc({
    pattern: 'users.verifyApiKey',
    caller: 'public',
    repeatable: true,
    input: z.object({ key: ApiKeyTextSchema }),
    output: z.object({
      keyId: UuidSchema,
      userId: UuidSchema,
      scopes: z.array(ScopeSchema),
      expiresAt: TimeSchema.nullable(),
    }),
  }),
  /** Public keys that verify access tokens, as a JSON Web Key Set. */
  jwks: defineRpc({
    pattern: 'users.jwks',
    caller: 'public',
    repeatable: true,
    input: nothing,
    output: z.object({ keys: z.array(z.record(z.string(), z.unknown())) }),
  }),
  /**
   * Sessions ended since a cursor, oldest first, for as long as one of their access tokens could still be valid; and keys deleted, for a day, with the
   * key's id for the session's. Without a cursor: all of those.
   * The cursor never skips one that commits late.
   */
  revocations: defineRpc({
    pattern: 'users.revocations',
    caller: 'public',
    repeatable: true,
    input: z.object({ cursor: z.string().max(64).optional() }),
    output: z.object({
      items: z.array(z.object({ sessionId: UuidSchema, reason: z.string() })),
      cursor: z.string(),
      hasMore: z.boolean(),
    }),
  }),

  me: defineRpc({ pattern: 'users.me', caller: 'actor', repeatable: true, input: nothing, output: OwnProfileSchema }),
  updateMe: defineRpc({
    pattern: 'users.updateMe',
    caller: 'actor',
    repeatable: true,
    input: ProfilePatchSchema,
    output: OwnProfileSchema,
  }),
  setSkills: defineRpc({
    pattern: 'users.setSkills',
    caller: 'actor',
    repeatable: true,
    input: SkillListsInputSchema,
    output: SkillListsSchema,
  }),
  profile: defineRpc({
    pattern: 'users.profile',
    caller: 'actor',
    repeatable: true,
    input: z.object({ userId: UuidSchema }),
    output: PublicProfileSchema,
  }),
  search: defineRpc({
    pattern: 'users.search',
    caller: 'actor',
    repeatable: true,
    input: z.object({ query, teaches: query, learns: query, ...pageInput }),
    output: pageOf(PublicProfileSchema),
  }),
  skills: defineRpc({
    pattern: 'users.skills',
    caller: 'actor',
    repeatable: true,
    input: z.object({ query, limit: z.int().min(1).max(limits.pageSizeMax) }),
    output: z.object({ items: z.array(SkillSchema) }),
  }),
  matches: defineRpc({
    pattern: 'users.matches',
    caller: 'actor',
    repeatable: true,
    input: z.object(pageInput),
    output: pageOf(MatchSchema),
  }),

  /** Whether the actor and somebody else match mutually: each teaches something that the other wants to learn. */
  isMutual: defineRpc({
    pattern: 'users.isMutual',
    caller: 'actor',
    repeatable: true,
    input: z.object({ userId: UuidSchema }),
    output: z.object({ mutual: z.boolean() }),
  }),

  block: defineRpc({
    pattern: 'users.block',
    caller: 'actor',
    repeatable: true,
    input: z.object({ userId: UuidSchema }),
    output: nothing,
  }),
  unblock: defineRpc({
    pattern: 'users.unblock',
    caller: 'actor',
    repeatable: true,
    input: z.object({ userId: UuidSchema }),
    output: nothing,
  }),
  blocks: defineRpc({
    pattern: 'users.blocks',
    caller: 'actor',
    repeatable: true,
    input: z.object(pageInput),
    output: pageOf(BlockSchema),
  }),

  /** Reports somebody on behalf of the actor, with a message as it is now. The same again within a day answers the first. */
  report: defineRpc({
    pattern: 'users.report',
    caller: 'actor',
    repeatable: true,
    input: ReportInputSchema,
    output: ReportReceiptSchema,
  }),
  /** What the actor has reported, the latest first. */
  ownReports: defineRpc({
    pattern: 'users.ownReports',
    caller: 'actor',
    repeatable: true,
    input: z.object(pageInput),
    output: pageOf(OwnReportSchema),
  }),

  /** Names and faces for ids the caller has already been allowed to see; unknown ids are left out. */
  summaries: defineRpc({
    pattern: 'users.summaries',
    caller: 'public',
    repeatable: true,
    input: z.object({ userIds: z.array(UuidSchema).max(5_000) }),
    output: z.object({ users: z.array(UserSummarySchema) }),
  }),
  /** Which of these people exist and are not divided from the actor by a block, either way. */
  contactable: defineRpc({
    pattern: 'users.contactable',
    caller: 'actor',
    repeatable: true,
    input: z.object({ userIds: z.array(UuidSchema).max(limits.groupMembers) }),
    output: z.object({ userIds: z.array(UuidSchema) }),
  }),
  /**
   * What the users service knows of people's presence: whether they show it, and when they were last seen once they had gone. Unknown ids are left
   * out. Blocks do not matter here: see `contactable`.
   */
  presenceFacts: defineRpc({
    pattern: 'users.presenceFacts',
    caller: 'public',
    repeatable: true,
    input: z.object({ userIds: z.array(UuidSchema).max(limits.presenceFacts) }),
    output: z.object({
      users: z.array(z.object({ userId: UuidSchema, showPresence: z.boolean(), lastSeenAt: TimeSchema.nullable() })),
    }),
  }),
  /** Notes when people were last seen; an earlier time than the one noted changes nothing. Unknown ids are left out. */
  noteSeen: defineRpc({
    pattern: 'users.noteSeen',
    caller: 'public',
    repeatable: true,
    input: z.object({
      seen: z.array(z.object({ userId: UuidSchema, at: TimeSchema })).max(limits.presenceFacts),
    }),
    output: nothing,
  }),
} as const;
