import type { Scope } from '@parley/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An API key: what may be known of it. The key itself is stored nowhere. */
@Entity('api_keys')
export class ApiKeyEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'user_id' })
  userId!: string;

  /** SHA-256 of the key. */
  @Column('bytea')
  hash!: Buffer;

  @Column('text')
  name!: string;

  @Column('text', { array: true })
  scopes!: Scope[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;

  /** When it was deleted. */
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  /** Its place in the feed of what has ended. */
  @Column('bigint', { name: 'end_number', nullable: true })
  endNumber!: number | null;
}
