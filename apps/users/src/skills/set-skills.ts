import { Injectable } from '@nestjs/common';
import { ParleyError, type FieldError, type SkillLists, type SkillListsInput } from '@parley/contracts';
import { transaction } from '@parley/server-database';
import { DataSource, type EntityManager } from 'typeorm';
import { lockAccount } from '../accounts/lock-account';
import { toSkillLists } from '../profiles/profile-mapper';
import { MemberSkillEntity, type SkillList } from './member-skill.entity';
import { readMemberSkills } from './member-skills';
import { resolveSkills } from './resolve-skills';

/** An entry as it came in, and the skill that its word names. */
interface NamedEntry {
  list: SkillList;
  position: number;
  skillId: string | undefined;
  level: MemberSkillEntity['level'];
  note: string | null;
}

/** Replaces what a member teaches and wants to learn. */
@Injectable()
export class SetSkills {
  constructor(private readonly db: DataSource) {}

  /**
   * Both lists, as they are now.
   * @throws ParleyError `validation_failed`, naming each place, for a word that names no skill and for a skill that is
   * in one list twice; `unauthenticated` where the account is gone
   */
  async run(userId: string, input: SkillListsInput): Promise<SkillLists> {
    return transaction(this.db, async (manager) => {
      // Two calls at the same time: one after the other, so that the lists are wholly the one's or the other's. None behind a deletion.
      await lockAccount(manager, userId);
      const rows = checked(await nameSkills(manager, input)).map((entry) => ({ ...entry, userId }));
      await manager.delete(MemberSkillEntity, { userId });
      if (rows.length > 0) await manager.insert(MemberSkillEntity, rows);
      const skills = await readMemberSkills(manager, [userId]);
      return toSkillLists(skills.get(userId) ?? []);
    });
  }
}

async function nameSkills(manager: EntityManager, { teaches, learns }: SkillListsInput): Promise<NamedEntry[]> {
  const ids = await resolveSkills(
    manager,
    [...teaches, ...learns].map(({ skill }) => skill),
  );
  const entry =
    (list: SkillList, offset: number) =>
    (
      { level = null, note }: { level?: NamedEntry['level'] | undefined; note?: string | undefined },
      position: number,
    ): NamedEntry =>
      // An empty note is none.
      ({ list, position, skillId: ids[offset + position], level, note: note || null });
  return [...teaches.map(entry('teaches', 0)), ...learns.map(entry('learns', teaches.length))];
}

function checked(entries: readonly NamedEntry[]): (NamedEntry & { skillId: string })[] {
  const errors: FieldError[] = [];
  const seen = new Set<string>();
  const named = entries.flatMap((entry) => {
    const { list, position, skillId } = entry;
    const place = `${list}.${position}.skill`;
    if (skillId === undefined) errors.push({ path: place, message: 'is no skill that Parley knows' });
    else if (seen.has(`${list} ${skillId}`)) errors.push({ path: place, message: 'is in this list already' });
    else {
      seen.add(`${list} ${skillId}`);
      return [{ ...entry, skillId }];
    }
    return [];
  });
  const [first] = errors;
  if (first) throw new ParleyError('validation_failed', `${first.path}: ${first.message}`, { errors });
  return named;
}
