import type { Role } from '@parley/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One person in one room, and how that person has set the room up. */
@Entity('members')
@Index('members_user_id_idx', ['userId', 'roomId'])
@Index('members_owner_idx', ['roomId'], { unique: true, where: "role = 'owner'" })
@Index('members_marked_idx', ['userId'], { where: '(pinned OR archived)' })
export class MemberEntity {
  @PrimaryColumn('uuid', { name: 'room_id', primaryKeyConstraintName: 'members_pkey' })
  roomId!: string;

  @PrimaryColumn('uuid', { name: 'user_id', primaryKeyConstraintName: 'members_pkey' })
  userId!: string;

  /** A group has one owner while anybody is in it; a direct room has none. */
  @Column('text')
  role!: Role;

  @Column({ type: 'timestamptz', name: 'joined_at', precision: 3 })
  joinedAt!: Date;

  /** The version of the room's members that this one came in with. */
  @Column('bigint', { name: 'joined_version' })
  joinedVersion!: number;

  @Column('boolean', { default: false })
  pinned!: boolean;

  @Column('boolean', { default: false })
  muted!: boolean;

  @Column('boolean', { default: false })
  archived!: boolean;
}
