import type { JWK } from 'jose';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A key pair that signs access tokens. */
@Entity('signing_keys')
export class SigningKeyEntity {
  /** The `kid` of the tokens it signs. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('jsonb', { name: 'public_jwk' })
  publicJwk!: JWK;

  /** The private JWK; see `sealing.ts`. */
  @Column('bytea', { name: 'sealed_private_jwk' })
  sealedPrivateJwk!: Buffer;

  /** From when it signs: a little after it was published, so that whoever verifies knows it by then. */
  @Column('timestamptz', { name: 'active_from' })
  activeFrom!: Date;
}
