import type { EarlierText, Message } from '@parley/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a member has reported of another. */
@Entity('reports')
export class ReportEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'reporter_id' })
  reporterId!: string;

  /** Who is reported. */
  @Column('uuid', { name: 'user_id' })
  userId!: string;

  @Column('uuid', { name: 'room_id', nullable: true })
  roomId!: string | null;

  @Column('bigint', { nullable: true })
  seq!: number | null;

  /** The message as it was when it was reported, whatever became of it since. */
  @Column('jsonb', { nullable: true })
  message!: Message | null;

  /** What it had said before that moment, oldest first; read by itself, as it may be long. Null where there is no message. */
  @Column('jsonb', { name: 'earlier_texts', nullable: true, select: false })
  earlierTexts!: EarlierText[] | null;

  @Column('text')
  reason!: string;

  @Column('text')
  note!: string;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  /** The moderator who closed it. */
  @Column('uuid', { name: 'closed_by', nullable: true })
  closedBy!: string | null;

  @Column('text', { nullable: true })
  resolution!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
