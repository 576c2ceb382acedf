import { ParleyError } from '@parley/contracts';
import type { Actor } from '@parley/server-rpc';
import type { Person } from '../content';
import { DEMO_PASSWORD } from '../demo-accounts';
import { inGroups } from './in-groups';
import type { Services } from './services';

const client = { userAgent: 'Parley sandbox' };

/** An account of the sandbox and the session that seeding opened for it. */
async function account({ users }: Services, { email, displayName }: Person): Promise<Actor> {
  try {
    const { user, sessionId } = await users.register({
      email,
      displayName,
      password: DEMO_PASSWORD,
      session: 'token',
      client,
    });
    return { userId: user.id, sessionId };
  } catch (error) {
    if (!(error instanceof ParleyError) || error.code !== 'conflict') throw error;
    const { user, sessionId } = await users.login({ email, password: DEMO_PASSWORD, session: 'token', client });
    return { userId: user.id, sessionId };
  }
}

async function person(services: Services, content: Person): Promise<Actor> {
  const actor = await account(services, content);
  const { headline, bio, location, timezone, teaches, learns } = content;
  await services.users.updateMe({ headline, bio, location, timezone, languages: [...content.languages] }, { actor });
  await services.users.setSkills({ teaches: [...teaches], learns: [...learns] }, { actor });
  return actor;
}

/** Opens an account with a profile and skills for everybody. Answers who they are, by e-mail address. */
export async function seedPeople(services: Services, people: readonly Person[]): Promise<Map<string, Actor>> {
  const actors = await inGroups(people, 4, (each) => person(services, each));
  return new Map(people.map(({ email }, index) => [email, actors[index] as Actor]));
}

/** Ends the sessions that seeding opened, so that nobody finds a device they do not know. */
export async function signOut({ users }: Pick<Services, 'users'>, actors: Iterable<Actor>): Promise<void> {
  await inGroups([...actors], 8, (actor) => users.logout({}, { actor }));
}
