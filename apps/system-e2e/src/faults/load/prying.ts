import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Asked } from '../history/events';
import type { Random } from '../random';
import type { Chapter, ChapterRoom } from './chapter';
import type { Member } from './people';
import { questions, type Question } from './questions';

const PAUSE_MS = 300;

/** Has somebody ask about a room that they are not in, and the same about one that there is not. */
async function pry(question: Question, member: Member, room: ChapterRoom, seq: number): Promise<Asked> {
  const [told, elsewhere] = [await question.ask(member, room.id, seq), await question.ask(member, randomUUID(), seq)];
  return { who: member.name, question: question.name, room: room.id, told, elsewhere };
}

/** Asks everything that changes nothing. */
export async function pryIntoAll(member: Member, room: ChapterRoom, chapter: Chapter): Promise<void> {
  const reading = questions.filter(({ writes }) => !writes);
  chapter.asked.push(...(await Promise.all(reading.map((question) => pry(question, member, room, 1)))));
}

/** Strangers who ask about the rooms of a chapter, one thing after the other, for as long as it lasts. */
export class Prying {
  private isOver = false;
  private work: Promise<unknown> = Promise.resolve();
  private bag: readonly Question[] = [];

  constructor(
    private readonly strangers: readonly Member[],
    private readonly random: Random,
  ) {}

  start(chapter: Chapter): void {
    this.isOver = false;
    this.work = Promise.all(this.strangers.map((stranger) => this.askOn(stranger, chapter)));
  }

  /** Asks nothing more, and waits for what was asked. */
  async stop(): Promise<void> {
    this.isOver = true;
    await this.work;
  }

  private async askOn(stranger: Member, chapter: Chapter): Promise<void> {
    while (!this.isOver) {
      const room = this.random.pick(chapter.rooms);
      chapter.asked.push(await pry(this.nextQuestion(), stranger, room, this.random.between(1, 20)));
      // What is asked of all rooms at once: looked at like whatever else they are answered.
      if (this.random.chance(0.2)) await this.askForAll(stranger, room);
      await pause(PAUSE_MS);
    }
  }

  /** All of them in turn, in another order each time: also of a few that are asked no two are the same. */
  private nextQuestion(): Question {
    const [next, ...rest] = this.bag.length === 0 ? this.random.shuffled(questions) : this.bag;
    if (next === undefined) throw new Error('There is nothing to ask.');
    this.bag = rest;
    return next;
  }

  private async askForAll(stranger: Member, { nonce }: ChapterRoom): Promise<void> {
    try {
      const api = await stranger.api();
      await api.get('/chatrooms');
      await api.get(`/messages/search?q=${nonce}`);
    } catch {
      // No answer tells nothing.
    }
  }
}
