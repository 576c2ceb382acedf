import { limits, type Message } from '@parley/contracts';
import type { Services } from '@parley/server-edge';

/** Pages told at most: who has missed more sees by the room's head that something is missing, and pages it as history. */
const PAGES = 5;

type Reader = { readonly userId: string; readonly sessionId: string };

/** From where on somebody is to be told, and the room as their item shows it. */
interface Stretch {
  readonly joinedSeq: number;
  readonly lastSeq: number;
  readonly revision: number;
}

/**
 * What was said in a room since somebody joined it, for sockets that hear it only now: between the joining and that moment lie some calls, and whoever made
 * the room writes at once.
 */
export class SaidSince {
  constructor(private readonly messages: Pick<Services['messages'], 'page'>) {}

  /** For those who come to hear a room at the same time. */
  together(roomId: string): SaidTogether {
    return new SaidTogether((reader, stretch) => this.read(reader, roomId, stretch));
  }

  private async read(actor: Reader, roomId: string, { joinedSeq, lastSeq }: Stretch): Promise<readonly Message[]> {
    const said: Message[] = [];
    let after = joinedSeq;
    for (let page = 0; page < PAGES && after < lastSeq; page++) {
      const { messages, hasAfter } = await this.messages.page(
        { roomId, after, limit: limits.historyPageMax },
        { actor },
      );
      said.push(...messages.filter(({ seq }) => seq <= lastSeq));
      after = hasAfter ? (messages.at(-1)?.seq ?? lastSeq) : lastSeq;
    }
    return said;
  }
}

/**
 * One reading of what was said for all who joined at the same place, as long as nothing changes in the room: a page is the same for every member, and hundreds
 * may come into a room at once. Each of them was found to be in the room before they ask.
 */
export class SaidTogether {
  private last: { readonly at: string; readonly said: Promise<readonly Message[]> } | undefined;

  constructor(private readonly readFor: (reader: Reader, stretch: Stretch) => Promise<readonly Message[]>) {}

  /**
   * Messages in the order of `seq`, from the joining on; those beyond `lastSeq` are heard as they come. Nothing is asked where nothing was said.
   * @throws ParleyError where they cannot be read
   */
  async read(reader: Reader, stretch: Stretch): Promise<readonly Message[]> {
    const at = `${stretch.joinedSeq} ${stretch.revision}`;
    if (this.last?.at === at) {
      // Whoever it was read for may have been out of the room by then.
      const shared = await this.last.said.catch(() => undefined);
      if (shared !== undefined) return shared;
    }
    const said = this.readFor(reader, stretch);
    this.last = { at, said };
    return said;
  }
}
