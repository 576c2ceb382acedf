import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `deactivated` by its owner, who opens it by signing in; `suspended` by a moderator; `deleted`: a row that keeps the id taken. */
export type AccountStatus = 'active' | 'deactivated' | 'suspended' | 'deleted';

/** What signing in needs. Apart from the profile, so that no query for a profile can carry a secret along. */
@Entity('accounts')
export class AccountEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { default: 'active' })
  status!: AccountStatus;

  /** What a suspended account is again once that is lifted: `active` where nothing stands here. */
  @Column('text', { name: 'status_before', nullable: true })
  statusBefore!: AccountStatus | null;

  /** In lower case; unique. Of a deleted account something that is no address. */
  @Column('text')
  email!: string;

  /** A PHC string; see `PasswordHasher`. Empty where there is no password: the account opens by an issuer alone. */
  @Column('text', { name: 'password_hash' })
  passwordHash!: string;

  /** When whoever has the account proved to read what is sent to the address. */
  @Column('timestamptz', { name: 'email_verified_at', nullable: true })
  emailVerifiedAt!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
