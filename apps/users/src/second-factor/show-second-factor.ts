import type { SecondFactor } from '@parley/contracts';
import type { EntityManager } from 'typeorm';

/** The second factor of an account as its owner sees it; null where there is none. */
export async function showSecondFactor(manager: EntityManager, userId: string): Promise<SecondFactor | null> {
  const [row] = await manager.query<{ enabledAt: Date; recoveryCodesLeft: number }[]>(
    `SELECT enabled_at AS "enabledAt", (SELECT count(*)::int FROM recovery_codes WHERE user_id = $1) AS "recoveryCodesLeft"
     FROM second_factors WHERE user_id = $1 AND enabled_at IS NOT NULL`,
    [userId],
  );
  return row === undefined ? null : { ...row, enabledAt: row.enabledAt.toISOString() };
}
