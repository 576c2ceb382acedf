import type { TranslocoService } from '@jsverse/transloco';

/** What is needed of an error to speak of it. */
export interface ProblemShape {
  readonly code: string;
  readonly retryAfterMs?: number | undefined;
}

/** What an error says to a person: what happened and what to do. */
export function problemWords(transloco: TranslocoService, { code, retryAfterMs }: ProblemShape): string {
  if (code === 'rate_limited' && retryAfterMs !== undefined) {
    const seconds = Math.max(1, Math.ceil(retryAfterMs / 1_000));
    return seconds < 100
      ? transloco.translate('problem.rateLimitedSeconds', { seconds })
      : transloco.translate('problem.rateLimitedMinutes', { minutes: Math.ceil(seconds / 60) });
  }
  return transloco.translate(`problem.${known.has(code) ? code : 'unavailable'}`);
}

const known = new Set([
  'validation_failed',
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'payload_too_large',
  'rate_limited',
  'unavailable',
]);
