/** What `pg` says when the server did not answer at all, not even that the statement took too long. */
const SILENCE = 'Query read timeout';

/** Whether the server has fallen silent on a connection: it is half open, and whatever is sent on it would wait as long again. */
export function isSilence(error: unknown): boolean {
  return error instanceof Error && error.message === SILENCE;
}
