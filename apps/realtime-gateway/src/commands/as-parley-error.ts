import { ParleyError } from '@parley/contracts';

/** Whatever was thrown, as an error of the contract: what nobody threw on purpose is `unavailable`. */
export function asParleyError(thrown: unknown): ParleyError {
  if (thrown instanceof ParleyError) return thrown;
  return new ParleyError('unavailable', 'Parley cannot answer right now. Please try again.', { cause: thrown });
}
