import type { Grant } from '@parley/contracts';
import { Api, PASSWORD, Person, type Places } from '@parley/testing';
import { mailFor } from './system';

/** The address of whoever moderates the system under test, once it has been registered and proved. */
export const MODERATOR = 'moderator@test.example';

/** Who moderates, registered and proved by whoever asks first. */
export async function theModerator(places: Places): Promise<Person> {
  const stranger = new Api(places.origin);
  const account = { email: MODERATOR, password: PASSWORD, session: 'token' };
  const registered = await stranger.post<Grant>('/auth/register', { ...account, displayName: 'Mo' });
  if (registered.status === 201) {
    const { token } = await mailFor(MODERATOR, /^Confirm/);
    await stranger.post('/auth/email/confirm', { token });
    return new Person(places, MODERATOR, registered.body);
  }
  return new Person(places, MODERATOR, (await stranger.post<Grant>('/auth/login', account)).body);
}
