import { aPerson, Api, everybodyLeaves, PASSWORD, problemOf, type Person } from '@parley/testing';
import { system } from '../support/system';

const places = system();
afterEach(everybodyLeaves);
/** What the contract allows between the end of a session and the end of all it could do. */
const WITHIN_MS = 5_000;

const signIn = (email: string, password: string) =>
  new Api(places.origin).post('/auth/login', { email, password, session: 'token' });

/** Waits until a call is refused as unauthenticated, and fails where that takes longer than the contract allows. */
async function refusedInTime({ api }: Person): Promise<void> {
  const start = performance.now();
  while ((await api.get('/users/me')).status !== 401) {
    if (performance.now() - start > WITHIN_MS) throw new Error('The session still works after 5 s.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('a change of password', () => {
  const newPassword = 'a loud evening in Porto';

  it('closes the sockets of all other sessions on every gateway within 5 s, and leaves its own', async () => {
    const laptop = await aPerson(places);
    const [phone, tablet] = [await laptop.signInAgain(), await laptop.signInAgain()];
    const sockets = [await phone.connect(0), await tablet.connect(1)];
    const kept = await laptop.connect(1);
    const start = performance.now();
    const { status } = await laptop.api.put('/auth/password', { currentPassword: PASSWORD, newPassword });
    expect(status).toBe(204);
    for (const socket of sockets) {
      expect(await socket.fact('session:revoked')).toEqual({ reason: 'password_changed' });
      await socket.closed();
    }
    await refusedInTime(phone);
    await refusedInTime(tablet);
    expect(performance.now() - start).toBeLessThan(WITHIN_MS);
    expect(kept.disconnected).toBeNull();
    expect((await laptop.api.get('/users/me')).status).toBe(200);
    expect((await signIn(laptop.email, PASSWORD)).status).toBe(401);
    expect((await signIn(laptop.email, newPassword)).status).toBe(200);
  });

  it('is refused with a wrong or common password, unknown fields, and without a session', async () => {
    const ana = await aPerson(places);
    const good = { currentPassword: PASSWORD, newPassword };
    for (const wrong of [
      { currentPassword: 'not it' },
      { newPassword: 'bigdaddy1' },
      { newPassword: 'short' },
      { userId: ana.id },
    ]) {
      const answer = await ana.api.put('/auth/password', { ...good, ...wrong });
      expect(problemOf(answer).code).toBe('validation_failed');
    }
    const stranger = await new Api(places.origin).put('/auth/password', good);
    expect(problemOf(stranger).code).toBe('unauthenticated');
    expect((await signIn(ana.email, PASSWORD)).status).toBe(200);
  });
});
