/** Milliseconds between attempts to connect: exponential with full jitter, so that many clients cut off at once do not come back at once. */
export interface BackoffOptions {
  baseMs: number;
  capMs: number;
  random: () => number;
}

/** How long to wait before attempt number `attempt` (0 for the first). Source: "full jitter", M. Brooker, AWS Architecture Blog, 2015. */
export function backoffMs(attempt: number, { baseMs, capMs, random }: BackoffOptions): number {
  return random() * Math.min(capMs, baseMs * 2 ** Math.min(attempt, 30));
}
