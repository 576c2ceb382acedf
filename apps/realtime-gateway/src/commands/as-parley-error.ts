import { errorTable, ParleyError } from '@parley/contracts';
import { DeadlineError, type Logger } from '@parley/server-runtime';

/** Whatever was thrown, as an error of the contract, logged as loudly as its code deserves. What nobody threw on purpose is `unavailable`. */
export function asParleyError(thrown: unknown, log: Logger, during: string): ParleyError {
  const error =
    thrown instanceof ParleyError
      ? thrown
      : new ParleyError('unavailable', 'Parley cannot answer right now. Please try again.', { cause: thrown });
  const isDefect = !(thrown instanceof ParleyError || thrown instanceof DeadlineError);
  log[errorTable[error.code].log](
    { during, code: error.code, ...(isDefect ? { err: thrown } : {}) },
    'a client was answered with an error',
  );
  return error;
}
