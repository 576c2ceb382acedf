/** The issuer by which people sign in, and what Parley is to it. */
export interface OidcSettings {
  /** Its address, as it calls itself in what it signs. */
  readonly issuer: string;
  /** What people know it as. */
  readonly name: string;
  readonly clientId: string;
  /** Absent for a client that has none (a public one): PKCE alone proves then who has asked. */
  readonly clientSecret?: string | undefined;
}
