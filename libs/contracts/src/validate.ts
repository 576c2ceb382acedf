import type * as z from 'zod';
import { ParleyError } from './errors';
import { limits } from './limits';

/**
 * Whether arrays and objects lie in each other more than `max` levels deep. Walks with a list of its own, not by recursion, so that hostile
 * input cannot exhaust the stack; it stops at the first level too many.
 */
export function isNestedDeeperThan(value: unknown, max: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    const next: unknown[] = [];
    for (const item of level) {
      if (typeof item !== 'object' || item === null) continue;
      if (depth >= max) return true;
      for (const child of Object.values(item)) if (typeof child === 'object' && child !== null) next.push(child);
    }
    level = next;
  }
  return false;
}

/**
 * Checks input from outside against its schema.
 * @throws ParleyError `validation_failed` that names each wrong place, also for nesting beyond the contract's limit.
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  if (isNestedDeeperThan(input, limits.nestingDepth)) {
    throw new ParleyError('validation_failed', `Nested more than ${limits.nestingDepth} levels deep.`);
  }
  const result = schema.safeParse(input);
  if (!result.success) throw ParleyError.fromIssues(result.error.issues);
  return result.data;
}
