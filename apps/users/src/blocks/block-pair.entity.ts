import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What two people have blocked, in one row: `low` is the one with the lower id. The row stays when a block is lifted,
 * for its version must go on rising.
 */
@Entity('block_pairs')
export class BlockPairEntity {
  @PrimaryColumn('uuid', { name: 'low_id' })
  lowId!: string;

  @PrimaryColumn('uuid', { name: 'high_id' })
  highId!: string;

  /** Since when `low` blocks `high`. */
  @Column('timestamptz', { name: 'low_blocked_at', nullable: true })
  lowBlockedAt!: Date | null;

  /** Since when `high` blocks `low`. */
  @Column('timestamptz', { name: 'high_blocked_at', nullable: true })
  highBlockedAt!: Date | null;

  /** Whether either blocks the other; computed by the database. */
  @Column({ type: 'boolean', insert: false, update: false })
  blocked!: boolean;

  /** Rises by one with every change. */
  @Column('int')
  version!: number;

  /** The version that the messages service has confirmed. */
  @Column('int', { name: 'confirmed_version' })
  confirmedVersion!: number;
}
