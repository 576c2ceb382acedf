import type { Role } from '@parley/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One person in one room: the replica of what the chatrooms service decides, and that person's read cursor. */
@Entity('members')
@Index('members_user_id_idx', ['userId', 'roomId'])
export class MemberEntity {
  @PrimaryColumn('uuid', { name: 'room_id', primaryKeyConstraintName: 'members_pkey' })
  roomId!: string;

  @PrimaryColumn('uuid', { name: 'user_id', primaryKeyConstraintName: 'members_pkey' })
  userId!: string;

  @Column('text')
  role!: Role;

  /** Everything up to this `seq` is read. It never falls while the membership lasts. */
  @Column('bigint', { name: 'last_read_seq' })
  lastReadSeq!: number;

  /** The room's last `seq` when they joined; null of those who joined before that was noted. */
  @Column('bigint', { name: 'joined_seq', nullable: true })
  joinedSeq!: number | null;
}
