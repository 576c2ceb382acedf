import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A skill of the catalogue. */
@Entity('skills')
export class SkillEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;
}
