import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a message said before it was edited or deleted. */
@Entity('earlier_texts')
@Index('earlier_texts_sender_id_idx', ['senderId'])
@Index('earlier_texts_replaced_at_idx', ['replacedAt'])
export class EarlierTextEntity {
  @PrimaryColumn('uuid', { name: 'room_id', primaryKeyConstraintName: 'earlier_texts_pkey' })
  roomId!: string;

  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'earlier_texts_pkey' })
  seq!: number;

  /** The room's revision of the edit or deletion that took its place. */
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'earlier_texts_pkey' })
  revision!: number;

  /** Whose message it is. */
  @Column('uuid', { name: 'sender_id' })
  senderId!: string;

  @Column('text')
  text!: string;

  /** When the message was sent, or edited to say this. */
  @Column({ type: 'timestamptz', name: 'written_at', precision: 3 })
  writtenAt!: Date;

  @Column({ type: 'timestamptz', name: 'replaced_at', precision: 3 })
  replacedAt!: Date;
}
