import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An account of an issuer's, by which an account here opens. By issuer and subject alone, which an issuer gives to nobody twice; addresses change hands. */
@Entity('identities')
export class IdentityEntity {
  @PrimaryColumn('text')
  issuer!: string;

  @PrimaryColumn('text')
  subject!: string;

  @Column('uuid', { name: 'user_id' })
  userId!: string;

  @Column('timestamptz', { name: 'linked_at' })
  linkedAt!: Date;
}
