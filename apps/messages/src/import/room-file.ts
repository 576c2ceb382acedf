import {
  EmojiSchema,
  MessageTextSchema,
  ParleyError,
  RoomLineSchema,
  type Message,
  type RoomHeadLine,
  type RoomLine,
} from '@parley/contracts';
import { BadFile } from './bad-file';
import { type NumberedLine, numberedLines } from './numbered-lines';

/** A message of a file, and in which line it stands. */
export interface FiledMessage {
  readonly line: number;
  readonly message: Message;
}

/** People that a file may name: each is kept in mind until its end. */
const PEOPLE = 100_000;

/** A room's export, read line by line and checked as it comes. Whatever is wrong with it is a `BadFile`. */
export class RoomFile {
  /** Messages whose time was raised to that of the one before. */
  raised = 0;
  /** Everybody named so far. */
  private readonly people = new Set<string>();
  private line = 1;

  private constructor(
    readonly room: RoomHeadLine,
    private readonly lines: AsyncGenerator<NumberedLine, void, undefined>,
    private readonly raisesTimes: boolean,
  ) {}

  /**
   * Reads the first line.
   * @param raisesTimes whether a message that says it was sent before the one before it is taken, with that one's time; else it is refused
   */
  static async open(bytes: AsyncIterable<Uint8Array>, raisesTimes: boolean): Promise<RoomFile> {
    const lines = numberedLines(bytes);
    const first = await lines.next();
    const head = first.done === true ? undefined : parse(first.value);
    if (head?.type !== 'room') throw new BadFile('Line', 1, 'it has to be the room');
    const { firstSeq, lastSeq } = head;
    if (firstSeq > lastSeq + 1) throw new BadFile('Line', 1, `firstSeq is ${firstSeq}, and lastSeq only ${lastSeq}`);
    return new RoomFile(head, lines, raisesTimes);
  }

  /** Every message that the first line announces, by `seq` without a gap. To be read once. */
  async *messages(): AsyncGenerator<FiledMessage, void, undefined> {
    const { firstSeq, lastSeq } = this.room;
    let next = firstSeq;
    let latest = '';
    for await (const numbered of this.lines) {
      this.line = numbered.number;
      const line = parse(numbered);
      if (line.type === 'room') throw this.bad('there is one room in a file');
      if (line.type === 'person') {
        this.meet(line.id);
        continue;
      }
      this.check(line.message, next);
      const createdAt = this.timeOf(line.message, latest);
      latest = createdAt;
      next++;
      yield { line: this.line, message: { ...line.message, createdAt } };
    }
    if (next <= lastSeq) throw this.bad(`the file ends at place ${next - 1} of ${lastSeq}: it was cut off`);
  }

  private meet(id: string): void {
    if (this.people.size >= PEOPLE) throw this.bad(`more than ${PEOPLE} people`);
    if (this.people.has(id)) throw this.bad('somebody is named a second time');
    this.people.add(id);
  }

  private check({ roomId, seq, senderId, revision, text, deletedAt, ...message }: Message, next: number): void {
    const { id, firstSeq, lastSeq } = this.room;
    if (roomId !== id) throw this.bad('the message is of another room');
    if (seq > lastSeq) throw this.bad(`place ${seq} is beyond the last one, ${lastSeq}`);
    if (seq < next) throw this.bad(`place ${seq} is there already: ${next} comes next`);
    if (seq > next) throw this.bad(`place ${next} is missing: ${seq} cannot come next`);
    if (revision < 1) throw this.bad('revision counts from 1');
    if (!this.people.has(senderId)) throw this.bad('nobody before it has the senderId');
    if (text === null ? deletedAt === null : deletedAt !== null) throw this.bad('it has either a text or a deletedAt');
    if (text !== null && !isAsStored(text)) throw this.bad('text is none that could have been sent');
    if (message.attachments.length > 0) throw this.bad('attachments cannot be imported');
    const { replyTo, reactions } = message;
    if (replyTo !== null && (replyTo.seq < firstSeq || replyTo.seq >= seq))
      throw this.bad('replyTo names no message before it');
    if (!reactions.every(({ emoji, userIds }) => userIds.length > 0 && EmojiSchema.safeParse(emoji).success))
      throw this.bad('a reaction is none');
  }

  /** Search finds its place in a room by time: times do not fall as places rise. */
  private timeOf({ createdAt }: Message, latest: string): string {
    if (createdAt >= latest) return createdAt;
    if (!this.raisesTimes) throw this.bad(`createdAt is before that of the message before it, ${latest}`);
    this.raised++;
    return latest;
  }

  private bad(reason: string): BadFile {
    return new BadFile('Line', this.line, reason);
  }
}

/** Whether the text is as it would be stored: trimmed, composed, neither empty nor too long. */
function isAsStored(text: string): boolean {
  const stored = MessageTextSchema.safeParse(text);
  return stored.success && stored.data === text;
}

function parse({ number, text }: NumberedLine): RoomLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new BadFile('Line', number, 'it is not JSON');
  }
  const line = RoomLineSchema.safeParse(value);
  if (!line.success) throw new BadFile('Line', number, ParleyError.fromIssues(line.error.issues).detail);
  return line.data;
}
