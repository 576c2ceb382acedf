import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A browser that was sent to the issuer and has not come back yet. */
@Entity('oidc_attempts')
export class OidcAttemptEntity {
  /** SHA-256 of the state, which travels by the issuer. */
  @PrimaryColumn('bytea')
  hash!: Buffer;

  /** SHA-256 of what the browser alone has, in a cookie. */
  @Column('bytea')
  browser!: Buffer;

  /** Whose account is to be connected; null where somebody signs in. */
  @Column('uuid', { name: 'user_id', nullable: true })
  userId!: string | null;

  /** The nonce and the verifier, sealed. */
  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}
