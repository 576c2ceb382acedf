import { Failpoints } from './failpoints';
import { serveFailpoints } from './serve-failpoints';

describe('failpoints', () => {
  it('name one passage, and only once', () => {
    const failpoints = new Failpoints();
    expect(failpoints.passes('here')).toBe(false);
    failpoints.arm('here', 2);
    expect(['there', 'here', 'here', 'here', 'here'].map((name) => failpoints.passes(name))).toEqual([
      false,
      false,
      false,
      true,
      false,
    ]);
  });

  it('are armed from outside', async () => {
    const failpoints = new Failpoints();
    const { port, close } = await serveFailpoints(failpoints, 0);
    try {
      const arm = (query: string) => fetch(`http://127.0.0.1:${port}/?${query}`, { method: 'POST' });
      expect((await arm('point=here&skip=1')).status).toBe(204);
      expect([failpoints.passes('here'), failpoints.passes('here')]).toEqual([false, true]);
      await arm('point=there');
      expect((await fetch(`http://127.0.0.1:${port}/?point=there`, { method: 'DELETE' })).status).toBe(204);
      expect(failpoints.passes('there')).toBe(false);
      expect((await arm('skip=1')).status).toBe(400);
      expect((await arm('point=here&skip=-1')).status).toBe(400);
      expect((await fetch(`http://127.0.0.1:${port}/?point=here`)).status).toBe(400);
      expect(failpoints.passes('here')).toBe(false);
    } finally {
      await close();
    }
  });
});
