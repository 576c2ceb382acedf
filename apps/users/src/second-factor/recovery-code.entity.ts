import { Entity, PrimaryColumn } from 'typeorm';

/** An unused recovery code, by its keyed hash; see `SecondFactorKeys`. */
@Entity('recovery_codes')
export class RecoveryCodeEntity {
  @PrimaryColumn('uuid', { name: 'user_id' })
  userId!: string;

  @PrimaryColumn('bytea')
  hash!: Buffer;
}
