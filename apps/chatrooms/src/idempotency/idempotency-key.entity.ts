import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What one person's request under an `Idempotency-Key` was and, once it is done, what was answered. */
@Entity('idempotency_keys')
export class IdempotencyKeyEntity {
  @PrimaryColumn('uuid', { name: 'user_id', primaryKeyConstraintName: 'idempotency_keys_pkey' })
  userId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'idempotency_keys_pkey' })
  key!: string;

  /** SHA-256 of the request. */
  @Column('bytea', { name: 'request_digest' })
  requestDigest!: Buffer;

  /** Which call holds the key, or held it last. */
  @Column('uuid')
  claim!: string;

  /** How long that call holds it at most; null once it has let go. */
  @Column({ type: 'timestamptz', name: 'busy_until', nullable: true })
  busyUntil!: Date | null;

  @Column('jsonb', { nullable: true })
  answer!: unknown;

  @Index('idempotency_keys_created_at_idx')
  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}
