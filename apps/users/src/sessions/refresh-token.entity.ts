import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A refresh token, past or present, of a session. The token itself is not stored. */
@Entity('refresh_tokens')
export class RefreshTokenEntity {
  /** SHA-256 of the token. */
  @PrimaryColumn('bytea')
  hash!: Buffer;

  @Column('uuid', { name: 'session_id' })
  sessionId!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  /** When it was exchanged for another; null for the session's present one. */
  @Column('timestamptz', { name: 'replaced_at', nullable: true })
  replacedAt!: Date | null;

  /** Its successor, which only this token opens; gone once the successor has been used. */
  @Column('bytea', { name: 'sealed_successor', nullable: true })
  sealedSuccessor!: Buffer | null;
}
