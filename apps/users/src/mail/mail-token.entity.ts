import { Column, Entity, PrimaryColumn } from 'typeorm';

export type MailTokenPurpose = 'verify_email' | 'change_email' | 'reset_password';

/** A token that a mail has brought and that was not used yet. The token itself is not stored. */
@Entity('mail_tokens')
export class MailTokenEntity {
  /** SHA-256 of the token. */
  @PrimaryColumn('bytea')
  hash!: Buffer;

  @Column('uuid', { name: 'user_id' })
  userId!: string;

  @Column('text')
  purpose!: MailTokenPurpose;

  /** Where it was sent, which is what whoever brings it has proved to read. */
  @Column('text')
  email!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}
