import { AccountsAndSessions1763800000000 } from './1763800000000-accounts-and-sessions';
import { ProfilesAndSkills1763800001000 } from './1763800001000-profiles-and-skills';
import { Blocks1763800002000 } from './1763800002000-blocks';
import { Privacy1795515399302 } from './1795515399302-privacy';
import { PrivacyReplication1795517161460 } from './1795517161460-privacy-replication';
import { LastSeen1795520327442 } from './1795520327442-last-seen';
import { ApiKeys1795543334473 } from './1795543334473-api-keys';
import { Reports1795543885321 } from './1795543885321-reports';
import { SecurityEvents1795785000000 } from './1795785000000-security-events';
import { Mail1795785001000 } from './1795785001000-mail';
import { AccountStatus1795785002000 } from './1795785002000-account-status';
import { SignInAttempts1795787000000 } from './1795787000000-sign-in-attempts';
import { SecondFactor1795799000000 } from './1795799000000-second-factor';
import { ApiKeyRequests1795799001000 } from './1795799001000-api-key-requests';
import { Oidc1795803000000 } from './1795803000000-oidc';
import { ReportedTexts1795822300000 } from './1795822300000-reported-texts';
import { StatusBefore1795914900000 } from './1795914900000-status-before';
import { KnownNetworks1795915400000 } from './1795915400000-known-networks';
import { SkillCatalogue } from './skill-catalogue';

/** In the order in which they run. */
export const migrations = [
  AccountsAndSessions1763800000000,
  ProfilesAndSkills1763800001000,
  Blocks1763800002000,
  Privacy1795515399302,
  PrivacyReplication1795517161460,
  LastSeen1795520327442,
  ApiKeys1795543334473,
  Reports1795543885321,
  SecurityEvents1795785000000,
  Mail1795785001000,
  AccountStatus1795785002000,
  SignInAttempts1795787000000,
  SecondFactor1795799000000,
  ApiKeyRequests1795799001000,
  Oidc1795803000000,
  ReportedTexts1795822300000,
  StatusBefore1795914900000,
  KnownNetworks1795915400000,
  SkillCatalogue,
];
