import { scopes, type RestRoute } from '@parley/contracts';
import { Api, problemOf, type ApiAnswer } from '@parley/testing';
import { randomUUID } from 'node:crypto';
import { callers, type Caller, type Case, type Outcome, type Rule } from './rule';
import type { Scene } from './scene';
import type { Setting } from './setting';

interface Asked {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What a route should answer or did, by case and by who asked. */
export type Answers = Readonly<Record<string, Readonly<Record<string, Outcome>>>>;

/** What a route's rule has it answer, everybody included whom no rule needs to name. */
export function expectedOf({ access }: RestRoute, rule: Rule): Answers {
  return Object.fromEntries(
    Object.entries(rule).map(([title, { answers }], index) => {
      const stranger = access === 'public' ? answers.member : 'unauthenticated';
      const isOpenToKeys = access !== 'public' && access !== 'session';
      const keys = {
        'key without the scope': 'forbidden',
        ...(isOpenToKeys && { 'key with the scope': answers.owner }),
      };
      return [title, { ...answers, stranger, ...(index === 0 && keys) } as Record<string, Outcome>];
    }),
  );
}

/** Asks everything of a route's rule as everybody. A refusal that tells of a room or changes one is an error. */
export async function walkRoute(scene: Scene, route: RestRoute, rule: Rule): Promise<Answers> {
  const walk = new RouteWalk(scene, route);
  const answers: Record<string, Record<string, Outcome>> = {};
  for (const [index, [title, each]] of Object.entries(rule).entries()) {
    answers[title] = { ...(await walk.asCallers(each)), stranger: await walk.asStranger(each) };
    if (index === 0) Object.assign(answers[title], await walk.asKeys(each));
  }
  return answers;
}

class RouteWalk {
  constructor(
    private readonly scene: Scene,
    private readonly route: RestRoute,
  ) {}

  async asCallers(each: Case): Promise<Record<string, Outcome>> {
    const answers: Record<string, Outcome> = {};
    for (const caller of callers) {
      const person = this.scene.cast[caller];
      const { api } = each.endsSession ? await person.signInAgain() : person;
      answers[caller] = await this.ask(each, caller, api);
    }
    return answers;
  }

  asStranger(each: Case): Promise<Outcome> {
    return this.ask(each, 'member', new Api(this.scene.places.origin));
  }

  /** Keys of the owner's: one with every scope but the route's, and one with that alone. */
  async asKeys(each: Case): Promise<Record<string, Outcome>> {
    const { access } = this.route;
    const { origin } = this.scene.places;
    const without = new Api(origin, await this.scene.key(scopes.filter((scope) => scope !== access)));
    const refused = { 'key without the scope': await this.ask(each, 'owner', without) };
    if (access === 'public' || access === 'session') return refused;
    const barely = new Api(origin, await this.scene.key([access]));
    return { ...refused, 'key with the scope': await this.ask(each, 'owner', barely) };
  }

  private async ask(each: Case, caller: Caller, api: Api): Promise<Outcome> {
    const { place = 'nowhere' } = each;
    const setting = await this.scene.setting(place, caller);
    const before = await this.scene.look(place, caller, setting.roomId);
    const answer = await this.call(api, each, setting);
    if (answer.status < 400) return this.allowed(each, setting, answer);
    const { code, ...problem } = problemOf(answer);
    expect(await this.scene.look(place, caller, setting.roomId)).toEqual(before);
    if (code === 'not_found' && (caller === 'outsider' || caller === 'former') && place !== 'nowhere') {
      const nowhere = await this.call(api, each, { ...setting, roomId: randomUUID() });
      expect({ ...problem, code, requestId: '' }).toEqual({ ...problemOf(nowhere), requestId: '' });
    }
    return code;
  }

  private allowed(each: Case, setting: Setting, { status, body }: ApiAnswer<unknown>): Outcome {
    const schema = this.route.answers[status];
    if (schema === undefined) throw new Error(`The contract has no answer with status ${status}.`);
    if (schema === null) expect(body).toBeNull();
    else schema.parse(body);
    return each.shows === undefined ? status : each.shows(body, setting) ? 'shown' : 'hidden';
  }

  private async call(api: Api, each: Case, setting: Setting): Promise<ApiAnswer<unknown>> {
    const { params = {}, query = {}, body } = (await each.ask(setting)) as Asked;
    const path = this.route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
    const search = new URLSearchParams(query).toString();
    return api.call(this.route.method, search === '' ? path : `${path}?${search}`, { body });
  }
}
