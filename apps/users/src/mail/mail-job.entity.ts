import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a mail is for: three bring a token, two tell the owner what was done. */
export type MailKind = 'verify_email' | 'change_email' | 'reset_password' | 'password_changed' | 'email_changed';

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
