import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The key of an account's app. It asks for codes once `enabledAt` is there; before, it is one that somebody was shown. */
@Entity('second_factors')
export class SecondFactorEntity {
  @PrimaryColumn('uuid', { name: 'user_id' })
  userId!: string;

  /** The key in base32, sealed; see `SecondFactorKeys`. */
  @Column('bytea', { name: 'sealed_secret' })
  sealedSecret!: Buffer;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'enabled_at', nullable: true })
  enabledAt!: Date | null;

  /** The step of the last code that was taken: it and those before are used up. */
  @Column('bigint', { name: 'last_step', nullable: true })
  lastStep!: number | null;
}
