import type { OidcSettings } from './oidc/oidc-settings';

/** What the parts of the service need of its configuration; a class, so that it can be injected by type. */
export class Settings {
  /** Issuer and audience of access tokens. */
  readonly origin: string;
  readonly accessTokenTtlSeconds: number;
  /** How long a session lives without being refreshed. */
  readonly refreshTokenTtlSeconds: number;
  /** Addresses of those who moderate, in lower case. */
  readonly moderators: ReadonlySet<string>;
  /** How often a password may be tried for one account within a quarter of an hour. */
  readonly signInTries: number;
  /** How long what happened to accounts is kept. */
  readonly securityEventsSeconds: number;
  /** Known to Parley's services alone; private keys are sealed with a key derived from it. */
  readonly secret: string;
  /** The issuer by which people sign in besides; null where there is none. */
  readonly oidc: OidcSettings | null;

  constructor(settings: Settings) {
    this.origin = settings.origin;
    this.accessTokenTtlSeconds = settings.accessTokenTtlSeconds;
    this.refreshTokenTtlSeconds = settings.refreshTokenTtlSeconds;
    this.moderators = settings.moderators;
    this.signInTries = settings.signInTries;
    this.securityEventsSeconds = settings.securityEventsSeconds;
    this.secret = settings.secret;
    this.oidc = settings.oidc;
  }
}
