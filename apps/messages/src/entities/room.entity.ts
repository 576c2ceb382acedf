import type { RoomKind } from '@parley/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A room's head: what every writer to the room locks, and where its counters stand. */
@Entity('rooms')
// A BRIN, which only the migration can make.
@Index('rooms_changed_in_idx', { synchronize: false })
@Index('rooms_keep_days_idx', ['roomId'], { where: 'keep_days IS NOT NULL' })
export class RoomEntity {
  @PrimaryColumn('uuid', { name: 'room_id', primaryKeyConstraintName: 'rooms_pkey' })
  roomId!: string;

  @Column('text')
  kind!: RoomKind;

  /** `seq` of the last message; 0 where there is none. */
  @Column('bigint', { name: 'last_seq', default: 0 })
  lastSeq!: number;

  /** `seq` of the first message that is kept; one after the last where none is. */
  @Column('bigint', { name: 'first_seq', default: 1 })
  firstSeq!: number;

  /** How long its messages are kept, in days; null for as long as those of all others. */
  @Column('integer', { name: 'keep_days', nullable: true })
  keepDays!: number | null;

  /** Number of changes so far: messages, edits, deletions. */
  @Column('bigint', { default: 0 })
  revision!: number;

  /** The revision when history was dropped last. */
  @Column('bigint', { name: 'dropped_at_revision', default: 0 })
  droppedAtRevision!: number;

  /** The latest change of a message that was kept then; 0 where none was. */
  @Column('bigint', { name: 'kept_revision', default: 0 })
  keptRevision!: number;

  /** Version of the newest snapshot of members that was applied. */
  @Column('bigint', { name: 'membership_version' })
  membershipVersion!: number;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;

  /** When the last message was sent, or the room was made. */
  @Column({ type: 'timestamptz', name: 'last_activity_at', precision: 3 })
  lastActivityAt!: Date;

  /** Whether some message was sent before one with a lower place, as when history is imported behind newer messages. */
  @Column('boolean', { name: 'times_fall', default: false })
  timesFall!: boolean;

  /** Who asked for this direct room, while the other has not answered or has refused; null for a room that is open to both. */
  @Column('uuid', { name: 'requested_by', nullable: true })
  requestedBy!: string | null;

  /** Whether the other has refused: that can be changed to an acceptance later. */
  @Column('boolean', { name: 'request_refused', default: false })
  requestRefused!: boolean;

  /** Number of the transaction that changed the revision or the members last; a trigger writes it. */
  @Column('bigint', { name: 'changed_in', default: 0 })
  changedIn!: number;

  /** Number of the transaction that changed the members last. */
  @Column('bigint', { name: 'members_changed_in', default: 0 })
  membersChangedIn!: number;
}
