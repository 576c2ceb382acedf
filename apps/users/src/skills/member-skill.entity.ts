import type { SkillLevel } from '@parley/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which of a member's two lists. */
export type SkillList = 'teaches' | 'learns';

/** A skill that a member teaches or wants to learn. */
@Entity('member_skills')
export class MemberSkillEntity {
  @PrimaryColumn('uuid', { name: 'user_id' })
  userId!: string;

  @PrimaryColumn('text')
  list!: SkillList;

  @PrimaryColumn('uuid', { name: 'skill_id' })
  skillId!: string;

  /** Null only in `learns`. */
  @Column('text', { nullable: true })
  level!: SkillLevel | null;

  @Column('text', { nullable: true })
  note!: string | null;

  /** The member's own order of the list, from 0. */
  @Column('smallint')
  position!: number;
}
