import { commands, rest, type Command, type CommandName, type RestRoute } from '@parley/contracts';
import { everybodyLeaves } from '@parley/testing';
import { system } from '../../support/system';
import { commandRules } from './command-rules';
import { restRules } from './rest-rules';
import type { Rule } from './rule';
import { Scene } from './scene';
import { CommandWalk, expectedOf as expectedOfCommand } from './walk-commands';
import { expectedOf, walkRoute } from './walk-rest';

const places = system();
const areas = Object.entries<Readonly<Record<string, RestRoute>>>(rest);
const rulesOf = (rules: object, name: string): Record<string, Rule> =>
  (Object.entries(rules).find(([each]) => each === name)?.[1] ?? {}) as Record<string, Rule>;

let scene: Scene;

it('every route and every command of the contracts has a rule, and nothing else has', () => {
  const names = (tables: object): Record<string, string[]> =>
    Object.fromEntries(Object.entries(tables).map(([area, table]) => [area, Object.keys(table as object)]));
  expect(names(restRules)).toEqual(names(rest));
  expect(Object.keys(commandRules)).toEqual(Object.keys(commands));
  const rules = [
    ...Object.values(restRules).flatMap((area) => Object.values<Rule>(area)),
    ...Object.values(commandRules),
  ];
  expect(rules.filter((rule) => Object.keys(rule).length === 0)).toEqual([]);
});

describe.each(areas)('REST, %s:', (area, routes) => {
  beforeAll(async () => {
    scene = await Scene.of(places);
  });
  afterAll(everybodyLeaves);

  it.each(Object.entries(routes))(
    'S12, S15: %s answers strangers, outsiders, members, owners and keys by its rule',
    async (name, route) => {
      const rule = rulesOf(restRules, area)[name] ?? {};
      expect(await walkRoute(scene, route, rule)).toEqual(expectedOf(route, rule));
    },
  );
});

describe('the socket', () => {
  let walk: CommandWalk;
  beforeAll(async () => {
    scene = await Scene.of(places);
    walk = await CommandWalk.of(scene);
  });
  afterAll(everybodyLeaves);

  it.each(Object.entries<Command>(commands))(
    'S12, S15: %s answers strangers, outsiders, members, owners and keys by its rule',
    async (name, command) => {
      const rule: Rule = rulesOf({ commandRules }, 'commandRules')[name] ?? {};
      expect(await walk.answers(name as CommandName, command, rule)).toEqual(expectedOfCommand(command, rule));
    },
  );
});
