import { Module, type DynamicModule } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { DatabaseModule, type DatabaseModuleOptions } from '@parley/server-database';
import { AccountsController } from './accounts/accounts.controller';
import { ChangePassword } from './accounts/change-password';
import { CloseAccount } from './accounts/close-account';
import { ConfirmPassword } from './accounts/confirm-password';
import { EmailAddress } from './accounts/email-address';
import { LogIn } from './accounts/log-in';
import { PasswordHasher } from './accounts/password-hasher';
import { RegisterAccount } from './accounts/register-account';
import { ResetPassword } from './accounts/reset-password';
import { ApiKeyUse } from './api-keys/api-key-use';
import { ApiKeysController } from './api-keys/api-keys.controller';
import { CreateApiKey } from './api-keys/create-api-key';
import { DeleteApiKey } from './api-keys/delete-api-key';
import { ListApiKeys } from './api-keys/list-api-keys';
import { RepeatedRequests } from './api-keys/repeated-requests';
import { VerifyApiKey } from './api-keys/verify-api-key';
import { BlockReplication } from './blocks/block-replication';
import { BlocksController } from './blocks/blocks.controller';
import { Contactable } from './blocks/contactable';
import { ListBlocks } from './blocks/list-blocks';
import { messagesClient, type MessagesClient } from './blocks/messages-client';
import { SetBlock } from './blocks/set-block';
import { AccessTokenSigner } from './keys/access-token-signer';
import { KeysController } from './keys/keys.controller';
import { SigningKeys } from './keys/signing-keys';
import { Outbox } from './mail/outbox';
import { SendMails } from './mail/send-mails';
import { FindMatches } from './matches/find-matches';
import { MatchesController } from './matches/matches.controller';
import { MutualMatch } from './matches/mutual-match';
import { SkillDemand } from './matches/skill-demand';
import { ModerationController } from './moderation/moderation.controller';
import { Moderators } from './moderation/moderators';
import { ReviewReports } from './moderation/review-reports';
import { Suspension } from './moderation/suspension';
import { Issuer } from './oidc/issuer';
import { LinkIdentity } from './oidc/link-identity';
import { LogInByIssuer } from './oidc/log-in-by-issuer';
import { OidcAttempts } from './oidc/oidc-attempts';
import { OidcController } from './oidc/oidc.controller';
import { LastSeen } from './presence/last-seen';
import { PresenceController } from './presence/presence.controller';
import { OwnProfiles } from './profiles/own-profiles';
import { PrivacyReplication } from './profiles/privacy-replication';
import { ProfilesController } from './profiles/profiles.controller';
import { SearchPeople } from './profiles/search-people';
import { ShowProfile } from './profiles/show-profile';
import { Summaries } from './profiles/summaries';
import { OwnReports } from './reports/own-reports';
import { ReportMember } from './reports/report-member';
import { ReportsController } from './reports/reports.controller';
import { CheckCode } from './second-factor/check-code';
import { LogInByCode } from './second-factor/log-in-by-code';
import { SecondFactorKeys } from './second-factor/second-factor-keys';
import { SecondFactorController } from './second-factor/second-factor.controller';
import { SecondFactors } from './second-factor/second-factors';
import { EndOwnSession } from './sessions/end-own-session';
import { GrantIssuer } from './sessions/issue-grant';
import { ListSessions } from './sessions/list-sessions';
import { NoteActivity } from './sessions/note-activity';
import { RefreshSession } from './sessions/refresh-session';
import { Revocations } from './sessions/revocations';
import { SessionActivity } from './sessions/session-activity';
import { SessionsController } from './sessions/sessions.controller';
import { SweepSessions } from './sessions/sweep-sessions';
import { Settings } from './settings';
import { SignInAttempts } from './sign-in-attempts/sign-in-attempts';
import { CompleteSkill } from './skills/complete-skill';
import { SetSkills } from './skills/set-skills';
import { SkillsController } from './skills/skills.controller';

/** What the module gets from outside. */
export interface UsersModuleOptions {
  readonly database: DatabaseModuleOptions;
  readonly settings: Settings;
  readonly messages: MessagesClient;
  readonly outbox: Outbox;
}

/** The controllers, which together answer every call of `usersRpc`. */
export const controllers = [
  AccountsController,
  SecondFactorController,
  OidcController,
  SessionsController,
  ApiKeysController,
  KeysController,
  ProfilesController,
  SkillsController,
  MatchesController,
  BlocksController,
  PresenceController,
  ReportsController,
  ModerationController,
];

const accounts = [
  PasswordHasher,
  RegisterAccount,
  SignInAttempts,
  LogIn,
  ConfirmPassword,
  ChangePassword,
  EmailAddress,
  ResetPassword,
  SendMails,
  CloseAccount,
];
const secondFactor = [SecondFactorKeys, CheckCode, SecondFactors, LogInByCode];
const oidc = [Issuer, OidcAttempts, LogInByIssuer, LinkIdentity];
const moderation = [Moderators, ReviewReports, Suspension];
const sessions = [
  GrantIssuer,
  RefreshSession,
  ListSessions,
  EndOwnSession,
  Revocations,
  SessionActivity,
  SweepSessions,
];
const apiKeys = [RepeatedRequests, CreateApiKey, ListApiKeys, DeleteApiKey, VerifyApiKey, ApiKeyUse];
const keys = [SigningKeys, AccessTokenSigner];
const profiles = [OwnProfiles, PrivacyReplication, ShowProfile, SearchPeople, Summaries];
const skills = [CompleteSkill, SetSkills];
const matches = [SkillDemand, FindMatches, MutualMatch];
const blocks = [BlockReplication, SetBlock, ListBlocks, Contactable];

@Module({})
export class UsersModule {
  static forRoot({ database, settings, messages, outbox }: UsersModuleOptions): DynamicModule {
    return {
      module: UsersModule,
      imports: [DatabaseModule.forRoot(database)],
      controllers,
      providers: [
        ...[
          ...accounts,
          ...secondFactor,
          ...oidc,
          ...sessions,
          ...apiKeys,
          ...keys,
          ...profiles,
          ...skills,
          ...matches,
          ...blocks,
          ...moderation,
          LastSeen,
          ReportMember,
          OwnReports,
        ],
        { provide: Settings, useValue: settings },
        { provide: Outbox, useValue: outbox },
        { provide: messagesClient, useValue: messages },
        { provide: APP_INTERCEPTOR, useClass: NoteActivity },
      ],
    };
  }
}
