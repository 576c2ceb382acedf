import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who tried to sign in and has not shown to know the password. */
@Entity('sign_in_attempts')
export class SignInAttemptEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** Keyed hash of the address that was given, whether it has an account or not. */
  @Column('bytea')
  account!: Buffer;

  /** From where; see `networkOf`. */
  @Column('text', { nullable: true })
  network!: string | null;

  /** Whether the account knew that network at the time. */
  @Column('boolean', { name: 'is_familiar' })
  isFamiliar!: boolean;

  @Column('timestamptz')
  at!: Date;
}
