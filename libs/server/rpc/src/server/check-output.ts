import { isDeepStrictEqual } from 'node:util';
import type { Rpc } from '@parley/contracts';

/**
 * Whether an answer is exactly what the contract says: nothing missing, and nothing more either, since what an entity has beyond the
 * contract is what must not leak.
 * @param json the answer as it will travel
 * @throws Error that names the place, but no value
 */
export function checkOutput(rpc: Rpc, json: string): void {
  const answer: unknown = JSON.parse(json);
  const result = rpc.output.safeParse(answer);
  if (!result.success) {
    const places = result.error.issues.map(
      ({ path, message }) => `${path.map(String).join('.') || '(answer)'}: ${message}`,
    );
    throw new Error(`The answer of ${rpc.pattern} breaks its contract: ${places.join('; ')}`);
  }
  if (!isDeepStrictEqual(result.data, answer)) {
    throw new Error(`The answer of ${rpc.pattern} has fields that its contract does not name.`);
  }
}
