import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When somebody was last seen, once they had gone. A table of its own: it changes often, and profiles do not. */
@Entity('last_seen')
export class LastSeenEntity {
  @PrimaryColumn('uuid', { name: 'user_id' })
  userId!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;
}
