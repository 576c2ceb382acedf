import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What can happen to an account, in the past tense. */
export type SecurityEventName =
  | 'registered'
  | 'signed_in'
  | 'sign_in_failed'
  | 'signed_out'
  | 'session_ended'
  | 'refresh_token_reused'
  | 'second_factor_enabled'
  | 'second_factor_disabled'
  | 'second_factor_asked'
  | 'second_factor_failed'
  | 'recovery_code_used'
  | 'recovery_codes_renewed'
  | 'identity_linked'
  | 'identity_unlinked'
  | 'identity_refused'
  | 'api_key_created'
  | 'api_key_deleted'
  | 'password_check_failed'
  | 'password_changed'
  | 'password_reset_mailed'
  | 'password_reset'
  | 'email_verified'
  | 'email_change_requested'
  | 'email_changed'
  | 'deactivated'
  | 'reactivated'
  | 'deleted'
  | 'suspended'
  | 'suspension_lifted'
  | 'report_closed'
  | 'earlier_texts_read';

/** One event. Ids, names from a fixed list and a shortened address are all that it can hold: no column takes what somebody typed. */
@Entity('security_events')
export class SecurityEventEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  event!: SecurityEventName;

  /** Whose account; null where somebody tried an address that has none. */
  @Column('uuid', { name: 'user_id', nullable: true })
  userId!: string | null;

  /** Who did it, where it was not the owner. */
  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId!: string | null;

  /** The session, API key or report concerned. */
  @Column('uuid', { name: 'subject_id', nullable: true })
  subjectId!: string | null;

  /** From where; see `networkOf`. */
  @Column('text', { nullable: true })
  network!: string | null;
}
