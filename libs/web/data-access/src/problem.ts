import { ParleyError } from '@parley/contracts';

/** The error as Parley knows it. Anything else is a defect and goes on to whoever reports defects. */
export function asProblem(error: unknown): ParleyError {
  if (error instanceof ParleyError) return error;
  throw error;
}

/** The first sentence about one field of what was sent, by its dotted path. */
export function fieldProblem(problem: ParleyError | null, path: string): string | null {
  return problem?.errors?.find((error) => error.path === path)?.message ?? null;
}
