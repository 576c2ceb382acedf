import { commands, rest, type CommandName, type RestRoute } from '@parley/contracts';
import { aPerson, everybodyLeaves, problemOf } from '@parley/testing';
import { system } from '../../support/system';
import { commandRules } from './command-rules';
import { restRules } from './rest-rules';
import type { Rule } from './rule';
import { Scene } from './scene';

/** What the server alone says: no body has a place for it. */
const FIELDS = {
  ...{ id: '0190f5fe-7c00-7a00-8abc-000000000001', senderId: '0190f5fe-7c00-7a00-8abc-000000000001' },
  ...{ role: 'owner', revision: 9, createdAt: '2020-01-01T00:00:00.000Z', isAdmin: true },
};

let scene: Scene;
beforeAll(async () => {
  scene = await Scene.of(system());
});
afterAll(everybodyLeaves);

const routes = Object.entries(rest).flatMap(([area, table]) =>
  Object.entries<RestRoute>(table).flatMap(([name, route]) =>
    route.body === undefined ? [] : [{ name: `${area}.${name}`, route, rule: ruleOf(ruleOf(restRules, area), name) }],
  ),
);

it.each(routes)('S16: what the server alone says is refused in the body of $name', async ({ route, rule }) => {
  const [each] = Object.values(rule as Rule);
  if (each === undefined) throw new Error('There is no case.');
  const setting = await scene.setting(each.place ?? 'nowhere', 'owner');
  const { params = {}, body } = (await each.ask(setting)) as { params?: Record<string, string>; body?: object };
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  // Somebody new where it is about no room: some routes share a low limit.
  const { api } = each.place === undefined ? await aPerson(system()) : scene.cast.owner;
  for (const [name, value] of Object.entries(FIELDS)) {
    const answer = await api.call(route.method, path, { body: { ...body, [name]: value } });
    expect({ name, code: problemOf(answer).code }).toEqual({ name, code: 'validation_failed' });
  }
});

it.each(Object.keys(commands) as CommandName[])(
  'S16: what the server alone says is refused in the payload of %s',
  async (command) => {
    const [each] = Object.values<Rule[string]>(commandRules[command]);
    if (each === undefined) throw new Error('There is no case.');
    const setting = await scene.setting(each.place ?? 'nowhere', 'owner');
    const payload = (await each.ask(setting)) as object;
    const socket = await scene.cast.owner.connect();
    for (const [name, value] of Object.entries(FIELDS)) {
      expect({ name, ack: await socket.emit(command, { ...payload, [name]: value }) }).toMatchObject({
        ack: { ok: false, error: { code: 'validation_failed' } },
      });
    }
    socket.close();
  },
);

function ruleOf(table: object, name: string): object {
  return (Object.entries(table).find(([each]) => each === name)?.[1] ?? {}) as object;
}
