import type { RoomKind } from '@parley/contracts';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A room without what is said in it. */
@Entity('rooms')
@Unique('rooms_direct_key_key', ['directKey'])
@Index('rooms_unconfirmed_idx', ['roomId'], { where: 'replicated_version < membership_version' })
export class RoomEntity {
  @PrimaryColumn('uuid', { name: 'room_id', primaryKeyConstraintName: 'rooms_pkey' })
  roomId!: string;

  @Column('text')
  kind!: RoomKind;

  /** Null for a direct room. */
  @Column('text', { nullable: true })
  title!: string | null;

  /** The two members of a direct room, so that a pair has one at most. Null for a group. */
  @Column('text', { name: 'direct_key', nullable: true })
  directKey!: string | null;

  /** Who asked for a direct room between people who do not match mutually. Whether the other has answered is known to the messages service. */
  @Column('uuid', { name: 'requested_by', nullable: true })
  requestedBy!: string | null;

  /** Rises by one with every change of members. */
  @Column('bigint', { name: 'membership_version' })
  membershipVersion!: number;

  /** The newest version that the messages service has confirmed. */
  @Column('bigint', { name: 'replicated_version', default: 0 })
  replicatedVersion!: number;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;

  /** When the title or the members last changed. */
  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3 })
  updatedAt!: Date;
}
