import { eventually } from '@parley/testing';
import { startTestGateway, type TestGateway } from '../gateway.fixture';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());

const token = (name: string): Promise<string> => gateway.world.token(gateway.world.person(name));

describe('a new password', () => {
  const change = (as: string, currentPassword = 'correct horse') =>
    gateway.api('PUT', '/auth/password', { as, body: { currentPassword, newPassword: 'brass heron over harbour' } });

  it('tells the gateways of every session that ended with it', async () => {
    const answer = await change(await token('Ana'));
    expect(answer.status).toBe(204);
    await eventually(() => {
      const told = gateway.told.filter((change) => change.type === 'sessionEnded');
      expect(told.map(({ reason }) => reason)).toEqual(['password_changed', 'password_changed']);
    });
  });

  it('may be tried ten times in a quarter of an hour, rightly or not', async () => {
    const as = await token('Eve');
    const statuses: number[] = [];
    for (let i = 0; i < 11; i++) statuses.push((await change(as, `guess ${i}`)).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 400), 429]);
  });

  it('is asked of nobody who is not signed in', async () => {
    const answer = await gateway.api('PUT', '/auth/password', { body: {} });
    expect(answer.status).toBe(401);
  });
});
