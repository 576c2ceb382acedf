import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Mails that bring a token. */
export type TokenMailKind = 'verify_email' | 'change_email' | 'reset_password';

/** What a mail is for: to bring a token, or to tell the owner what was done. */
export type MailKind =
  | TokenMailKind
  | 'password_changed'
  | 'email_changed'
  | 'second_factor_enabled'
  | 'second_factor_disabled'
  | 'identity_linked'
  | 'identity_unlinked';

export const bringsToken = (kind: MailKind): kind is TokenMailKind =>
  kind === 'verify_email' || kind === 'change_email' || kind === 'reset_password';

/** A mail that waits to be sent. What stands in it is made when it is sent: no token lies here. */
@Entity('mail_jobs')
export class MailJobEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: MailKind;

  @Column('text')
  recipient!: string;

  /** Whose account it is about; null where only an address was given, which may have none. */
  @Column('uuid', { name: 'user_id', nullable: true })
  userId!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('int', { default: 0 })
  attempts!: number;

  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;
}
