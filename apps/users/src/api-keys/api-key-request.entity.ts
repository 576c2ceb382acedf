import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A request that made an API key and may be repeated for a day. */
@Entity('api_key_requests')
export class ApiKeyRequestEntity {
  @PrimaryColumn('uuid', { name: 'user_id' })
  userId!: string;

  /** SHA-256 of the `Idempotency-Key`. */
  @PrimaryColumn('bytea')
  hash!: Buffer;

  @Column('bytea', { name: 'request_digest' })
  requestDigest!: Buffer;

  /** What was answered, the key included; nobody opens it who does not bring the `Idempotency-Key`. */
  @Column('bytea', { name: 'sealed_answer' })
  sealedAnswer!: Buffer;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
