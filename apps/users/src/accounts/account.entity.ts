import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What signing in needs. Apart from the profile, so that no query for a profile can carry a secret along. */
@Entity('accounts')
export class AccountEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** In lower case; unique. */
  @Column('text')
  email!: string;

  /** A PHC string; see `PasswordHasher`. */
  @Column('text', { name: 'password_hash' })
  passwordHash!: string;

  /** When whoever has the account proved to read what is sent to the address. */
  @Column('timestamptz', { name: 'email_verified_at', nullable: true })
  emailVerifiedAt!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
