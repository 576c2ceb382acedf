import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ChapterRoom } from '../load/chapter';
import type { Member } from '../load/people';
import { sendByRest, sendBySocket } from '../load/send-bare';
import type { Fault, Surroundings } from './fault';

/** How long after the answer somebody who was removed may still be told something, in milliseconds. */
const STILL_MS = 1_000;

/** F15: somebody goes out of a room in mid-stream, by their own will or the owner's, and is later invited again by whoever is in. */
const goesOut = (what: string, isOwnWill: boolean): Fault => ({
  ...{ kind: 'F15', what, targets: ['membership'], lasts: [2_500, 6_000] },
  async inject(surroundings) {
    const { chapter, random, database, journal } = surroundings;
    const room = random.pick(chapter.rooms);
    const victim = random.pick(room.members.filter((member) => member !== room.owner && !room.out.has(member)));
    const host = random.pick(room.members.filter((member) => member !== victim && !room.out.has(member)));
    room.out.add(victim);
    victim.bare.excuse(room.id);
    victim.library?.excuse(room.id);
    await until(
      surroundings,
      isOwnWill ? victim : room.owner,
      'DELETE',
      `/chatrooms/${room.id}/members/${victim.userId}`,
      [204, 404],
    );
    await pause(STILL_MS);
    const from = journal.now();
    const [head] = await database.heads([room.id]);
    const outsideSays = await probe(victim, room);
    return {
      async heal() {
        const until_ = journal.now();
        await until(surroundings, host, 'POST', `/chatrooms/${room.id}/members`, [200], {
          memberIds: [victim.userId],
        });
        room.out.delete(victim);
        if (!head) return null;
        chapter.absences.push({ userId: victim.userId, room: room.id, from, until: until_, lastSeq: head.lastSeq });
        if (outsideSays !== null) chapter.leaks.push({ where: outsideSays, room: room.id });
        return `out from ${head.lastSeq} on`;
      },
    };
  },
});

/** What a former member gets of a room by asking; null: nothing. */
async function probe(victim: Member, room: ChapterRoom): Promise<string | null> {
  try {
    const { status, body } = await (await victim.api()).get(`/chatrooms/${room.id}/messages`);
    if (status === 200 || JSON.stringify(body).includes(room.nonce))
      return `history answered ${status} to a former member`;
  } catch {
    // No answer tells nothing.
  }
  return null;
}

async function until(
  { journal }: Surroundings,
  by: Member,
  method: string,
  path: string,
  statuses: readonly number[],
  body?: unknown,
): Promise<void> {
  const f = method === 'DELETE' ? ('remove' as const) : ('invite' as const);
  for (let tries = 0; tries < 120; tries++) {
    journal.note({ process: by.name, f, type: 'invoke', detail: path });
    const answer = await (await by.api()).call(method, path, body === undefined ? {} : { body }).catch(() => null);
    const isDone = answer !== null && statuses.includes(answer.status);
    journal.note({ process: by.name, f, type: isDone ? 'ok' : 'info', detail: path });
    if (isDone) return;
    await pause(500);
  }
  throw new Error(`${method} ${path} was never answered.`);
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
    const other = await sendBySocket(member, { ...sending, text: `${sending.text} but different` });
    if (other.outcome === 'ok') chapter.sendings.push({ ...sending, text: `${sending.text} but different` });
    const conflict = other.outcome === 'refused' && other.code === 'conflict';
    return {
      heal: async () =>
        stored.length > 1
          ? `${stored.length} answers, one message${conflict ? '; the other text a conflict' : ''}`
          : null,
    };
  },
};

export const memberFaults: readonly Fault[] = [
  goesOut('a member removed in mid-stream', false),
  goesOut('a member leaves in mid-stream', true),
  sentFiftyTimes,
];
