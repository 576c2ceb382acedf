import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whether a pair of people is divided by a block: the replica of what the users service decides. The lower id comes first. */
@Entity('blocks')
export class BlockEntity {
  @PrimaryColumn('uuid', { name: 'low_user_id', primaryKeyConstraintName: 'blocks_pkey' })
  lowUserId!: string;

  @PrimaryColumn('uuid', { name: 'high_user_id', primaryKeyConstraintName: 'blocks_pkey' })
  highUserId!: string;

  @Column('boolean')
  blocked!: boolean;

  @Column('bigint')
  version!: number;
}
