import type { SessionKind } from '@parley/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Why a session ended; clients are told. */
export type SessionEnd =
  | 'logged_out'
  | 'ended'
  | 'refresh_token_reused'
  | 'too_many_sessions'
  | 'password_changed'
  | 'password_reset'
  | 'deactivated'
  | 'deleted'
  | 'suspended';

/** One sign-in on one device, from login to its end; a family of refresh tokens hangs on it. */
@Entity('sessions')
export class SessionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'user_id' })
  userId!: string;

  @Column('text')
  kind!: SessionKind;

  @Column('text', { name: 'user_agent' })
  userAgent!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'last_seen_at' })
  lastSeenAt!: Date;

  /** Moves on with every refresh. */
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('text', { name: 'end_reason', nullable: true })
  endReason!: SessionEnd | null;

  /** The session's place in the feed of endings. */
  @Column('bigint', { name: 'end_number', nullable: true })
  endNumber!: number | null;
}
