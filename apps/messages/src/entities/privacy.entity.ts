import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a member lets others see: the replica of what the users service keeps. Who never switched anything has no row, and lets all be seen. */
@Entity('privacy')
export class PrivacyEntity {
  @PrimaryColumn('uuid', { name: 'user_id', primaryKeyConstraintName: 'privacy_pkey' })
  userId!: string;

  @Column('boolean', { name: 'send_read_receipts' })
  sendReadReceipts!: boolean;

  @Column('boolean', { name: 'send_typing' })
  sendTyping!: boolean;

  /** Whether their account is deleted. */
  @Column('boolean', { name: 'is_deleted', default: false })
  isDeleted!: boolean;

  @Column('bigint')
  version!: number;
}
