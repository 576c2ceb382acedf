import type { Reaction } from '@parley/contracts';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A message in its present state. */
@Entity('messages')
@Unique('messages_revision_key', ['roomId', 'revision'])
@Unique('messages_client_message_id_key', ['roomId', 'senderId', 'clientMessageId'])
@Index('messages_deleted_idx', ['roomId', 'seq'], { where: 'deleted_at IS NOT NULL' })
// Over what search computes from the text; only migrations know how.
@Index('messages_search_idx', { synchronize: false })
export class MessageEntity {
  @PrimaryColumn('uuid', { name: 'room_id', primaryKeyConstraintName: 'messages_pkey' })
  roomId!: string;

  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'messages_pkey' })
  seq!: number;

  /** The room's revision of this message's last change. */
  @Column('bigint')
  revision!: number;

  @Column('uuid')
  id!: string;

  @Column('uuid', { name: 'client_message_id' })
  clientMessageId!: string;

  @Column('uuid', { name: 'sender_id' })
  senderId!: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'edited_at', precision: 3, nullable: true })
  editedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'deleted_at', precision: 3, nullable: true })
  deletedAt!: Date | null;

  /** Null once deleted. */
  @Column('text', { nullable: true })
  text!: string | null;

  /** Digest of the text as first sent, once `text` is no longer that: it tells a repeat from another message under the same id. */
  @Column('bytea', { name: 'sent_digest', nullable: true })
  sentDigest!: Buffer | null;

  /** The place of the message that this one answers. */
  @Column('bigint', { name: 'reply_to_seq', nullable: true })
  replyToSeq!: number | null;

  /** Null where there are none. In the message's own row, which each reaction rewrites anyway for its revision. */
  @Column('jsonb', { nullable: true })
  reactions!: Reaction[] | null;
}
