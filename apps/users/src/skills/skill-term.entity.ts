import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A word, in its normal form, that leads to a skill: the skill's name or a synonym. */
@Entity('skill_terms')
export class SkillTermEntity {
  @PrimaryColumn('text')
  term!: string;

  @Column('uuid', { name: 'skill_id' })
  skillId!: string;

  @Column('boolean', { name: 'is_name' })
  isName!: boolean;
}
