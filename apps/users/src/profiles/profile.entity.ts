import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a member tells of themselves. */
@Entity('profiles')
export class ProfileEntity {
  @PrimaryColumn('uuid', { name: 'user_id' })
  userId!: string;

  @Column('text', { name: 'display_name' })
  displayName!: string;

  /** The name in the form in which names are compared; see `nameTerm`. */
  @Column('text', { name: 'name_term' })
  nameTerm!: string;

  @Column('text')
  headline!: string;

  @Column('text')
  bio!: string;

  @Column('text')
  location!: string;

  @Column('text', { nullable: true })
  timezone!: string | null;

  /** BCP 47 tags. */
  @Column('text', { array: true })
  languages!: string[];

  @Column('text', { name: 'avatar_url', nullable: true })
  avatarUrl!: string | null;

  @Column('boolean', { name: 'show_presence', default: true })
  showPresence!: boolean;

  @Column('boolean', { name: 'send_read_receipts', default: true })
  sendReadReceipts!: boolean;

  @Column('boolean', { name: 'send_typing', default: true })
  sendTyping!: boolean;

  /** Rises by one with every change of the three switches. */
  @Column('int', { name: 'privacy_version', default: 0 })
  privacyVersion!: number;

  /** The version that the messages service has confirmed. */
  @Column('int', { name: 'privacy_confirmed_version', default: 0 })
  privacyConfirmedVersion!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
