import type { NamedStatement } from '@parley/server-database';
import type { DataSource } from 'typeorm';
import { z } from 'zod';

/** A node of a plan, as EXPLAIN writes it. */
const PlanSchema = z.object({
  'Node Type': z.string(),
  'Relation Name': z.string().optional(),
  'Index Name': z.string().optional(),
  'Actual Rows': z.number(),
  'Actual Loops': z.number(),
  get Plans() {
    return z.array(PlanSchema).optional();
  },
});
type Plan = z.infer<typeof PlanSchema>;
const ExplanationSchema = z.tuple([z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: PlanSchema })]) })]);

export interface Explained {
  /** Every node that ran. */
  readonly nodes: readonly Plan[];
  /** Rows read from partitions of the history. */
  readonly historyRows: number;
  /** The indexes of the history that were used, by the last part of their names. */
  readonly historyIndexes: readonly string[];
}

/** Values of the tests' statements: ids, numbers, flags, and lists of them. */
type Value = string | number | boolean | null | readonly (string | number | boolean | null)[];

/**
 * Runs a statement and tells how PostgreSQL went about it, by the plan that it keeps for a named statement whatever the values are:
 * the one that serves nearly all calls.
 */
export async function explain(
  db: DataSource,
  { name, text }: NamedStatement,
  values: readonly Value[],
): Promise<Explained> {
  const plans = await db.transaction(async (manager) => {
    await manager.query('SET LOCAL plan_cache_mode = force_generic_plan');
    // As it looks where millions of rows are: whoever may have helpers takes them.
    for (const cost of ['parallel_setup_cost', 'parallel_tuple_cost', 'min_parallel_table_scan_size'])
      await manager.query(`SET LOCAL ${cost} = 0`);
    await manager.query(`PREPARE explained_${name} AS ${text}`);
    const execution = `EXECUTE explained_${name} (${values.map(literal).join(', ')})`;
    const rows = await manager.query<unknown[]>(`EXPLAIN (ANALYZE, FORMAT JSON) ${execution}`);
    await manager.query(`DEALLOCATE explained_${name}`);
    return rows;
  });
  const [
    {
      'QUERY PLAN': [{ Plan: root }],
    },
  ] = ExplanationSchema.parse(plans);
  const nodes = flatten(root).filter((node) => node['Actual Loops'] > 0);
  const history = nodes.filter((node) => node['Relation Name']?.startsWith('messages'));
  const access = history.map((node) => node['Index Name']?.replace(/^messages_p\d+_/, '') ?? node['Node Type']);
  return {
    nodes,
    historyRows: history.reduce((sum, node) => sum + node['Actual Rows'] * node['Actual Loops'], 0),
    historyIndexes: [...new Set(access)],
  };
}

/** SQL for a value. */
function literal(value: Value): string {
  if (value === null) return 'NULL';
  const text = Array.isArray(value) ? `{${value.map(element).join(',')}}` : value.toString();
  return `'${text.replaceAll("'", "''")}'`;
}

const element = (value: string | number | boolean | null): string =>
  value === null ? 'NULL' : `"${value.toString().replaceAll(/["\\]/g, String.raw`\$&`)}"`;

const flatten = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(flatten)];
