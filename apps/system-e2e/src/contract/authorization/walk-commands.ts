import { scopes, type Ack, type Command, type CommandName } from '@parley/contracts';
import { LiveSocket, RawSocket } from '@parley/testing';
import { randomUUID } from 'node:crypto';
import { callers, type Caller, type Case, type Outcome, type Rule } from './rule';
import type { Scene } from './scene';
import type { Answers } from './walk-rest';

/** What a command's rule has it answer, everybody included whom no rule needs to name. */
export function expectedOf({ access }: Command, rule: Rule): Answers {
  return Object.fromEntries(
    Object.entries(rule).map(([title, { answers }], index) => {
      const keys = {
        'key without the scope': 'forbidden',
        ...(access !== 'session' && { 'key with the scope': answers.owner }),
      };
      return [title, { ...answers, stranger: 'unauthenticated', ...(index === 0 && keys) } as Record<string, Outcome>];
    }),
  );
}

/** Gives one command as everybody, each over the socket that they had before the rooms were made. */
export class CommandWalk {
  private constructor(
    private readonly scene: Scene,
    private readonly sockets: Readonly<Record<Caller, LiveSocket>>,
  ) {}

  static async of(scene: Scene): Promise<CommandWalk> {
    const sockets = await Promise.all(
      callers.map(async (caller, index) => [caller, await scene.cast[caller].connect(index % 2)] as const),
    );
    return new CommandWalk(scene, Object.fromEntries(sockets) as Record<Caller, LiveSocket>);
  }

  async answers(name: CommandName, { access, data }: Command, rule: Rule): Promise<Answers> {
    const answers: Record<string, Record<string, Outcome>> = {};
    for (const [index, [title, each]] of Object.entries(rule).entries()) {
      const row: Record<string, Outcome> = (answers[title] = {});
      for (const caller of callers) row[caller] = await this.give(name, data, each, caller, this.sockets[caller]);
      row['stranger'] = await this.asStranger(name, each);
      if (index > 0) continue;
      const without = scopes.filter((scope) => scope !== access);
      row['key without the scope'] = await this.asKey(name, data, each, await this.scene.key(without));
      if (access === 'session' || access === 'public') continue;
      row['key with the scope'] = await this.asKey(name, data, each, await this.scene.key([access]));
    }
    return answers;
  }

  private async asKey(name: CommandName, data: Command['data'], each: Case, key: string): Promise<Outcome> {
    const socket = await LiveSocket.open(this.scene.places.gateways[0] ?? '', key);
    try {
      return await this.give(name, data, each, 'owner', socket);
    } finally {
      socket.close();
    }
  }

  private async give(
    name: CommandName,
    data: Command['data'],
    each: Case,
    caller: Caller,
    socket: LiveSocket,
  ): Promise<Outcome> {
    const { place = 'nowhere' } = each;
    const setting = await this.scene.setting(place, caller);
    const before = await this.scene.look(place, caller, setting.roomId);
    const ack: Ack<unknown> = await socket.emit(name, await each.ask(setting));
    if (ack.ok) {
      data.parse(ack.data);
      return each.shows === undefined ? 'ok' : each.shows(ack.data, setting) ? 'shown' : 'hidden';
    }
    expect(await this.scene.look(place, caller, setting.roomId)).toEqual(before);
    if (ack.error.code === 'not_found' && place !== 'nowhere') {
      expect(await socket.emit(name, await each.ask({ ...setting, roomId: randomUUID() }))).toEqual(ack);
    }
    return ack.error.code;
  }

  /** Without a token there is no socket; a command given on the bare connection closes it, unanswered. */
  private async asStranger(name: CommandName, each: Case): Promise<Outcome> {
    const { place = 'nowhere' } = each;
    const setting = await this.scene.setting(place, 'member');
    const before = await this.scene.look(place, 'member', setting.roomId);
    const command = JSON.stringify([name, await each.ask(setting)]);
    const heard = await new Promise<string[]>((resolve) => {
      const texts: string[] = [];
      const port = Number(new URL(this.scene.places.gateways[0] ?? '').port);
      const socket = new RawSocket(port, '/socket.io/?EIO=4&transport=websocket', {
        open: () => socket.send(`420${command}`),
        text: (text) => texts.push(text),
        close: () => resolve(texts),
      });
    });
    // Engine.IO's own greeting, and nothing else.
    expect(heard.filter((text) => !text.startsWith('0{'))).toEqual([]);
    expect(await this.scene.look(place, 'member', setting.roomId)).toEqual(before);
    return 'unauthenticated';
  }
}
