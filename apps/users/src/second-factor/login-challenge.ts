import { createHash, randomBytes } from 'node:crypto';
import { ParleyError, type SecondFactorNeeded } from '@parley/contracts';
import type { EntityManager } from 'typeorm';
import { LoginChallengeEntity } from './login-challenge.entity';
import { SecondFactorEntity } from './second-factor.entity';

/** How long a login waits for its code. */
const challengeSeconds = 300;
/** Wrong codes after which it has to begin anew. */
const failuresMax = 5;

/** Of an account that asks for codes: what its login goes on with. Within the transaction that would open the session otherwise. */
export async function challengeFor(manager: EntityManager, userId: string): Promise<SecondFactorNeeded | null> {
  const factor = await manager.findOneBy(SecondFactorEntity, { userId });
  if (!factor?.enabledAt) return null;
  const challenge = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.now() + challengeSeconds * 1_000);
  await manager.insert(LoginChallengeEntity, { hash: hashOf(challenge), userId, expiresAt });
  return { challenge, expiresIn: challengeSeconds };
}

/** A challenge that is good yet, by what the client holds. @throws ParleyError `unauthenticated` */
export async function readChallenge(manager: EntityManager, challenge: string): Promise<LoginChallengeEntity> {
  const found = await manager.findOneBy(LoginChallengeEntity, { hash: hashOf(challenge) });
  if (found === null || found.expiresAt <= new Date()) throw beginAnew();
  return found;
}

/** Counts a wrong code, and ends the challenge with the last that it bears. */
export async function countFailure(manager: EntityManager, { hash, failures }: LoginChallengeEntity): Promise<void> {
  if (failures + 1 >= failuresMax) await manager.delete(LoginChallengeEntity, { hash });
  else await manager.update(LoginChallengeEntity, { hash }, { failures: failures + 1 });
}

/** The error of a login that needs a code yet; told to nobody but who knows the password. */
export function codeNeeded(secondFactor: SecondFactorNeeded): ParleyError {
  return new ParleyError('unauthenticated', 'This account asks for a code besides the password.', { secondFactor });
}

const hashOf = (challenge: string): Buffer => createHash('sha256').update(challenge, 'utf8').digest();
const beginAnew = (): ParleyError =>
  new ParleyError('unauthenticated', 'This login took too long, or was used. Sign in once more.');
