import { limits, ParleyError } from '@parley/contracts';

/** At most `max` in any `windowMs` milliseconds, for each subject apart. */
export interface Limit {
  /** Told to clients in `RateLimit-Policy`, and part of the key; letters, digits, `:` and `-`. */
  readonly name: string;
  readonly max: number;
  readonly windowMs: number;
}

/** What became of one attempt. `resetMs`: until the oldest one counted leaves the window and there is room again. */
export interface Verdict {
  readonly allowed: boolean;
  readonly remaining: number;
  readonly resetMs: number;
}

/** The contract's limit on each command and route of one member. */
export function commandLimit(name: string): Limit {
  return { name, max: limits.commandsPerWindow, windowMs: limits.commandWindowMs };
}

/** The refusal behind a verdict. */
export function rateLimited({ resetMs }: Verdict): ParleyError {
  return new ParleyError('rate_limited', 'Too many of these in a short time. Wait a moment.', {
    retryAfterMs: Math.max(1, Math.ceil(resetMs)),
  });
}
