import type { Changing } from '../history/events';
import type { Journal } from '../history/journal';
import type { Random } from '../random';
import { changeByRest, changeBySocket } from './change-bare';
import type { Chapter, ChapterRoom } from './chapter';
import type { Member } from './people';

const EMOJI = ['👍', '🎉', '❤️'];
/** Of a room's last messages so many are reacted to. */
const RECENT = 20;
const BY_REST = 0.3;

/** Edits, deletions and reactions of the load: never two at once to the same thing, and none more to what has an unknown end, so that their order is known. */
export class Changes {
  /** Messages that were sent, with what they were sent under, by sender. */
  private readonly own = new Map<Member, { readonly room: string; readonly seq: number }[]>();
  private readonly closed = new Set<string>();
  private readonly on = new Set<string>();
  private count = 0;

  constructor(
    private chapter: Chapter,
    private readonly journal: Journal,
    private readonly random: Random,
  ) {}

  turnTo(chapter: Chapter): void {
    this.chapter = chapter;
    this.own.clear();
    this.closed.clear();
    this.on.clear();
  }

  /** A message of somebody's own that may be changed from here on. */
  noteSent(member: Member, room: string, seq: number): void {
    this.own.set(member, [...(this.own.get(member) ?? []).slice(-9), { room, seq }]);
  }

  async editOrDelete(member: Member, kind: 'edit' | 'delete'): Promise<void> {
    const own = this.own.get(member)?.at(-1);
    if (!own) return;
    const { nonce } = this.chapter.rooms.find(({ id }) => id === own.room) ?? {};
    const change = kind === 'edit' ? { kind, text: `${nonce} edited ${++this.count}` } : { kind };
    await this.doOnce(`${own.room} ${own.seq}`, member, { ...own, change });
    if (kind === 'delete')
      this.own.set(
        member,
        (this.own.get(member) ?? []).filter((each) => each !== own),
      );
  }

  /** Reacts to one of the last messages, or takes back what is there. */
  async react(member: Member, { id: room }: ChapterRoom): Promise<void> {
    const { messages } = member.bare.reached(room);
    if (messages === 0) return;
    const seq = this.random.between(Math.max(1, messages - RECENT), messages);
    const emoji = this.random.pick(EMOJI);
    const key = `${room} ${seq} ${emoji} ${member.userId}`;
    const on = !this.on.has(key);
    const outcome = await this.doOnce(key, member, { room, seq, change: { kind: 'react', emoji, on } });
    if (outcome === 'ok' && on) this.on.add(key);
    if (outcome === 'ok' && !on) this.on.delete(key);
  }

  private async doOnce(
    key: string,
    member: Member,
    asked: Pick<Changing, 'room' | 'seq' | 'change'>,
  ): Promise<Changing['outcome'] | null> {
    if (this.closed.has(key)) return null;
    const { closed } = this;
    closed.add(key);
    const byRest = this.random.chance(BY_REST) || !member.bare.client.isOnline;
    const { room, seq, change } = asked;
    const process = `${member.name}-${byRest ? 'rest' : 'bare'}`;
    const line = { process, f: change.kind, room, seq };
    const invokedAt = this.journal.note({ ...line, type: 'invoke' });
    const changing: Changing = {
      ...{ process, userId: member.userId, room, seq, change, invokedAt },
      ...{ outcome: 'info' as const, answer: null },
    };
    this.chapter.changings.push(changing);
    Object.assign(changing, await (byRest ? changeByRest : changeBySocket)(member, asked));
    this.journal.note({ ...line, type: changing.outcome });
    // What has no known end may still be done at any time: nothing that comes after it has a known place.
    if (changing.outcome !== 'info') closed.delete(key);
    return changing.outcome;
  }
}
