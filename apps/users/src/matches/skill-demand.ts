import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Counting all members' skills is the one thing here that grows with the whole of Parley, and it need not be fresh. */
const maxAgeMs = 60_000;

/** How many learners there are for each teacher of a skill, by skill. */
export type Demand = ReadonlyMap<string, number>;

/** Keeps count of what is sought, for at most a minute. */
@Injectable()
export class SkillDemand {
  private counted: { at: number; demand: Promise<Demand> } | undefined;

  constructor(private readonly db: DataSource) {}

  /** Those who ask at the same time share one count; one that fails is not kept. */
  read(): Promise<Demand> {
    const now = performance.now();
    if (this.counted && now - this.counted.at < maxAgeMs) return this.counted.demand;
    const demand = this.count();
    const counted = { at: now, demand };
    this.counted = counted;
    demand.catch(() => {
      if (this.counted === counted) this.counted = undefined;
    });
    return demand;
  }

  private async count(): Promise<Demand> {
    const rows = await this.db.query<{ skillId: string; demand: number }[]>(
      `SELECT skill_id AS "skillId",
         (count(*) FILTER (WHERE list = 'learns'))::float8 / count(*) FILTER (WHERE list = 'teaches') AS demand
       FROM member_skills GROUP BY skill_id HAVING bool_or(list = 'teaches')`,
    );
    return new Map(rows.map(({ skillId, demand }) => [skillId, demand]));
  }
}

/** How many members may be expected to turn to somebody who teaches these skills. */
export function popularityOf(teaches: readonly string[], demand: Demand): number {
  return teaches.reduce((sum, skillId) => sum + (demand.get(skillId) ?? 0), 0);
}
