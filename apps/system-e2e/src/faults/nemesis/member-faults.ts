import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ApiAnswer } from '@parley/testing';
import type { Sending } from '../history/events';
import type { Member } from '../load/people';
import { pryIntoAll } from '../load/prying';
import { sendByRest, sendBySocket, type Tried } from '../load/send-bare';
import type { Fault, Surroundings } from './fault';

/** When somebody who has left asks for what is said meanwhile, in milliseconds after the answer. */
const ASKS_AFTER_MS = 1_000;

/** How long a leaving takes that was carried out and not answered, in milliseconds. */
const UNANSWERED_MS = 5_000;

/** F15: somebody goes out of a room in mid-stream, by their own will or the owner's, and is later invited again by whoever is in. */
const goesOut = (what: string, isOwnWill: boolean): Fault => ({
  ...{ kind: 'F15', what, targets: ['membership'], lasts: [2_500, 6_000] },
  async inject(surroundings) {
    const { chapter, random, database, journal } = surroundings;
    const room = random.pick(chapter.rooms);
    const victim = random.pick(room.members.filter((member) => member !== room.owner && !room.out.has(member)));
    const host = random.pick(room.members.filter((member) => member !== victim && !room.out.has(member)));
    room.out.add(victim);
    victim.bare.setAway(room.id, true);
    const path = `/chatrooms/${room.id}/members`;
    const by = isOwnWill ? victim : room.owner;
    const status = await until(surroundings, by, 'DELETE', `${path}/${victim.userId}`, [204, 404]);
    // Out already, and no answer that said so: nobody may have been told, so the gateways find out by themselves.
    if (status === 404) await pause(UNANSWERED_MS);
    const from = journal.now();
    const [head] = await database.heads([room.id]);
    await pause(ASKS_AFTER_MS);
    await pryIntoAll(victim, room, chapter);
    return {
      async heal() {
        const until_ = journal.now();
        await until(surroundings, host, 'POST', path, [200], {
          memberIds: [victim.userId],
        });
        room.out.delete(victim);
        victim.bare.setAway(room.id, false);
        const backAt = journal.now();
        if (!head) return null;
        const { lastSeq } = head;
        chapter.absences.push({ userId: victim.userId, room: room.id, from, until: until_, backAt, lastSeq });
        return `out from ${lastSeq} on`;
      },
    };
  },
});

async function call(by: Member, method: string, path: string, body: unknown): Promise<ApiAnswer<unknown>> {
  const api = await by.api();
  return api.call(method, path, body === undefined ? {} : { body });
}

async function until(
  { journal }: Surroundings,
  by: Member,
  method: string,
  path: string,
  statuses: readonly number[],
  body?: unknown,
): Promise<number> {
  const f = method === 'DELETE' ? ('remove' as const) : ('invite' as const);
  for (let tries = 0; tries < 120; tries++) {
    journal.note({ process: by.name, f, type: 'invoke', detail: path });
    const answer = await call(by, method, path, body).catch(() => null);
    const isDone = answer !== null && statuses.includes(answer.status);
    journal.note({ process: by.name, f, type: isDone ? 'ok' : 'info', detail: path });
    if (isDone) return answer.status;
    await pause(500);
  }
  throw new Error(`${method} ${path} was never answered.`);
}

/** How often the other text is sent while there is no answer. */
const CONFLICT_TRIES = 10;

/** Sends another text under an id that is taken, until there is an answer. */
async function sendOther(member: Member, sending: Sending): Promise<Tried> {
  let tried = await sendBySocket(member, sending);
  for (let tries = 1; tried.outcome === 'unknown' && tries < CONFLICT_TRIES; tries++) {
    await pause(500);
    tried = await (tries % 2 === 0 ? sendBySocket : sendByRest)(member, sending);
  }
  return tried;
}

/** F12: one id, fifty times, over every way there is; then the same id with another text. */
const sentFiftyTimes: Fault = {
  ...{
    kind: 'F12',
    what: 'one clientMessageId 50 times, then with another text',
    targets: ['repeat'],
    lasts: [500, 1_000],
  },
  async inject({ chapter, random, load }) {
    const room = random.pick(chapter.rooms);
    const member = random.pick(room.members.filter((each) => !room.out.has(each)));
    const sending = load.invoke(member, room, `${member.name}-fifty`, randomUUID());
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => (index % 2 === 0 ? sendBySocket : sendByRest)(member, sending)),
    );
    const stored = answers.filter((answer) => answer.outcome === 'ok');
    const [first] = stored;
    load.end(sending, first ? 'ok' : 'info', first);
    if (stored.some(({ id, seq }) => id !== first?.id || seq !== first.seq)) {
      // Told two places for one message: as a second sending it is held against the row like any other.
      for (const other of stored) chapter.sendings.push({ ...sending, seq: other.seq, id: other.id });
    }
    const other = first ? await sendOther(member, { ...sending, text: `${sending.text} but different` }) : null;
    if (other !== null) {
      const answer = other.outcome === 'refused' ? other.code : other.outcome;
      chapter.conflicts.push({ room: room.id, clientMessageId: sending.clientMessageId, answer });
    }
    const isConflict = other?.outcome === 'refused' && other.code === 'conflict';
    return {
      heal: async () =>
        stored.length > 1 && isConflict ? `${stored.length} answers, one message; the other text a conflict` : null,
    };
  },
};

export const memberFaults: readonly Fault[] = [
  goesOut('a member removed in mid-stream', false),
  goesOut('a member leaves in mid-stream', true),
  sentFiftyTimes,
];
