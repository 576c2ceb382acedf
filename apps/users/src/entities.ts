import { AccountEntity } from './accounts/account.entity';
import { ApiKeyRequestEntity } from './api-keys/api-key-request.entity';
import { ApiKeyEntity } from './api-keys/api-key.entity';
import { BlockPairEntity } from './blocks/block-pair.entity';
import { SigningKeyEntity } from './keys/signing-key.entity';
import { MailJobEntity } from './mail/mail-job.entity';
import { MailTokenEntity } from './mail/mail-token.entity';
import { IdentityEntity } from './oidc/identity.entity';
import { OidcAttemptEntity } from './oidc/oidc-attempt.entity';
import { LastSeenEntity } from './presence/last-seen.entity';
import { ProfileEntity } from './profiles/profile.entity';
import { ReportEntity } from './reports/report.entity';
import { LoginChallengeEntity } from './second-factor/login-challenge.entity';
import { RecoveryCodeEntity } from './second-factor/recovery-code.entity';
import { SecondFactorEntity } from './second-factor/second-factor.entity';
import { SecurityEventEntity } from './security-events/security-event.entity';
import { RefreshTokenEntity } from './sessions/refresh-token.entity';
import { SessionEntity } from './sessions/session.entity';
import { SignInAttemptEntity } from './sign-in-attempts/sign-in-attempt.entity';
import { MemberSkillEntity } from './skills/member-skill.entity';
import { SkillTermEntity } from './skills/skill-term.entity';
import { SkillEntity } from './skills/skill.entity';

/** Every table of the service. Entities never leave it: mappers name the fields that do. */
export const entities = [
  AccountEntity,
  SessionEntity,
  RefreshTokenEntity,
  ApiKeyEntity,
  ApiKeyRequestEntity,
  SigningKeyEntity,
  ProfileEntity,
  SkillEntity,
  SkillTermEntity,
  MemberSkillEntity,
  BlockPairEntity,
  LastSeenEntity,
  ReportEntity,
  SecurityEventEntity,
  SignInAttemptEntity,
  MailJobEntity,
  MailTokenEntity,
  SecondFactorEntity,
  RecoveryCodeEntity,
  LoginChallengeEntity,
  IdentityEntity,
  OidcAttemptEntity,
];
