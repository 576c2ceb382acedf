import type { NewApiKey, Scope } from '@parley/contracts';
import { aPerson, type Person, type Places } from '@parley/testing';
import { randomUUID } from 'node:crypto';
import { callers, type Caller, type Place } from './rule';
import type { Setting } from './setting';

/** Nobody matches anybody but the hermit, so that a first contact between two callers is a request. */
export const skillsOfCallers = {
  teaches: [{ skill: 'Calculus', level: 'expert' as const }],
  learns: [{ skill: 'Statistics' }],
};

type Cast = Readonly<Record<Caller | 'hermit' | 'newcomer' | 'bystander', Person>>;

/** The people of one walk, fresh ones so that no earlier walk counts against their limits, and the rooms that each asking finds. */
export class Scene {
  private readonly keys = new Map<string, string>();

  private constructor(
    readonly places: Places,
    readonly cast: Cast,
    /** The divided pair's, the owner's with the member, and the owner's request to the former member. */
    private readonly rooms: Readonly<Record<'divided' | 'open' | 'request', string>>,
  ) {}

  static async of(places: Places): Promise<Scene> {
    const names = [...callers, 'newcomer', 'bystander'] as const;
    const people = await Promise.all(
      names.map(() => aPerson(places, { teaches: ['Calculus'], learns: ['Statistics'] })),
    );
    const hermit = await aPerson(places, {
      name: `Hermit ${randomUUID().slice(0, 8)}`,
      ...{ teaches: ['Statistics'], learns: ['Calculus'] },
    });
    const cast = {
      ...Object.fromEntries(names.map((name, index) => [name, people[index]])),
      hermit,
    } as unknown as Cast;
    const { owner, member, former, blocked, blocker } = cast;
    const rooms = {
      divided: (await blocker.directRoomWith(blocked)).id,
      open: (await owner.directRoomWith(member)).id,
      request: (await owner.contact(former)).id,
    };
    await block(blocker, blocked);
    await block(hermit, blocked);
    await block(blocker, hermit);
    await hermit.connect();
    return new Scene(places, cast, rooms);
  }

  /** A key of the owner's with these scopes. */
  async key(scopes: readonly Scope[]): Promise<string> {
    const known = this.keys.get(scopes.join());
    if (known !== undefined) return known;
    const { body } = await this.cast.owner.api.post<NewApiKey>('/api-keys', { name: 'Bot', scopes });
    this.keys.set(scopes.join(), body.key);
    return body.key;
  }

  /** What a caller finds in a place; people with a room of their own there find that one. */
  async setting(place: Place, caller: Caller): Promise<Setting> {
    const { hermit, newcomer } = this.cast;
    const base = { caller: this.cast[caller], hermit, newcomer, word: `w${randomUUID().replaceAll('-', '')}` };
    if (place === 'group') return this.group(base);
    if (place === 'direct') return this.direct(base, caller);
    const roomId = place === 'request' ? this.rooms.request : randomUUID();
    return { ...base, roomId, own: 1, others: 1, other: newcomer };
  }

  /** The room as somebody in it sees it: two looks tell whether anything has changed in between. */
  async look(place: Place, caller: Caller, roomId: string): Promise<unknown> {
    if (place === 'nowhere') return null;
    const { bystander, blocker, blocked, owner, member } = this.cast;
    const inDirect =
      caller === 'blocker' ? blocked : caller === 'blocked' ? blocker : caller === 'owner' ? member : owner;
    const witness = place === 'group' ? bystander : place === 'direct' ? inDirect : owner;
    const { status, body } = await witness.api.get(`/chatrooms/${roomId}`);
    if (status !== 200) throw new Error(`The room is lost: ${JSON.stringify(body)}`);
    return body;
  }

  /** A group of everybody whom it can have, the former member out of it again. */
  private async group(base: Base): Promise<Setting> {
    const { owner, member, blocked, blocker, former, bystander, outsider } = this.cast;
    const { id: roomId } = await owner.groupWith('Walls', member, blocked, blocker, former, bystander);
    const own = await (base.caller === outsider ? member : base.caller).says(roomId, base.word);
    const others = await bystander.says(roomId, base.word);
    const { status } = await owner.api.delete(`/chatrooms/${roomId}/members/${former.id}`);
    if (status !== 204) throw new Error(`The former member is still in: ${status}`);
    return { ...base, roomId, own, others, other: bystander };
  }

  private async direct(base: Base, caller: Caller): Promise<Setting> {
    const { owner, member, blocked, blocker } = this.cast;
    const isDivided = caller === 'blocked' || caller === 'blocker';
    const roomId = isDivided ? this.rooms.divided : this.rooms.open;
    if (isDivided) await blocker.api.delete(`/users/me/blocks/${blocked.id}`);
    const [one, other] =
      caller === 'blocked'
        ? [blocked, blocker]
        : caller === 'blocker'
          ? [blocker, blocked]
          : caller === 'member'
            ? [member, owner]
            : [owner, member];
    const own = await one.says(roomId, base.word);
    const others = await other.says(roomId, base.word);
    if (isDivided) await block(blocker, blocked);
    return { ...base, roomId, own, others, other };
  }
}

type Base = Pick<Setting, 'caller' | 'hermit' | 'newcomer' | 'word'>;

async function block(by: Person, whom: Person): Promise<void> {
  const { status } = await by.api.put(`/users/me/blocks/${whom.id}`);
  if (status !== 204) throw new Error(`The block was answered with ${status}.`);
}
