import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A login whose password was right and that waits for a code. */
@Entity('login_challenges')
export class LoginChallengeEntity {
  /** SHA-256 of what the client holds. */
  @PrimaryColumn('bytea')
  hash!: Buffer;

  @Column('uuid', { name: 'user_id' })
  userId!: string;

  /** Wrong codes so far. */
  @Column('int', { default: 0 })
  failures!: number;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}
